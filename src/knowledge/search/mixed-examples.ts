// Makes examples of questions with something else in them: a hidden request, which is not ours, or a greeting, which harms nothing.
import type { SearchData } from './search-data.ts';

/** Examples of both kinds. */
export type MixedExamples = { readonly ours: readonly string[]; readonly notOurs: readonly string[] };

/** Every fifth situation gets a greeting, and every third request stands before the question instead of behind. */
const greeted = 5;
const requestFirst = 3;
/** Spreads requests over situations: a prime, so that neighbours meet different sections. */
const stride = 7;

/** Joins phrases of the search data; the same phrases give the same examples. */
export function mixedExamples({
  situations,
  notOurs,
  mixing,
}: Pick<SearchData, 'situations' | 'notOurs' | 'mixing'>): MixedExamples {
  const fine = Object.values(situations).flat();
  const requests = [...(notOurs.get('instruction') ?? []), ...(notOurs.get('private') ?? [])];
  const at = (list: readonly string[], place: number) => list[place % Math.max(1, list.length)] ?? '';
  return {
    ours: fine
      .filter((_, place) => place % greeted === 0)
      .map((text, place) => `${at(mixing.greetings, place)}${text}`),
    notOurs: requests.map((request, place) => {
      const question = at(fine, place * stride);
      const joint = at(mixing.joints, place);
      return place % requestFirst === 0 ? `${request}${joint}${question}` : `${question}${joint}${request}`;
    }),
  };
}
