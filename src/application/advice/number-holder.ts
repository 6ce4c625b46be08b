// Looks whose number it is: in one sentence several things have one each.
import { agrees, isUnit, type NumberSaid, nameKey, numbersOf, tokensOf } from './numbers.ts';
import { contentStems } from './words-of.ts';

/** A claim, one of its numbers, and a sentence that has it. */
export type NumberAtHome = {
  readonly claim: string;
  readonly number: NumberSaid;
  readonly sentence: string;
  /** The passage's. Names in it are what the passage is about: they hold nothing against each other. */
  readonly title: string;
};

/**
 * True where the sentence gives the number to something else than the claim does: "a year for Standard, five minutes
 * for Express" backs no five minutes for Standard, and "caps at 51 and warns at 10" no warning at 51.
 */
export function isAnothers(at: NumberAtHome): boolean {
  return hasOtherHolder(at) || hasOtherWords(at);
}

function hasOtherHolder({ claim, number, sentence, title }: NumberAtHome): boolean {
  const subject = new Set(tokensOf(title).map(nameKey));
  const tokens = tokensOf(sentence);
  const home = numbersOf(sentence).find((candidate) => agrees(number, candidate));
  const isHolder = (token: string, index: number): boolean =>
    /^\p{Lu}/u.test(token) && !subject.has(nameKey(token)) && !isUnit(token) && (index > 0 || /.\p{Lu}/u.test(token));
  const holders = new Set(tokens.filter(isHolder).map(nameKey));
  const before = tokens.slice(0, home?.at ?? 0);
  const holder = before.findLast((token, index) => isHolder(token, index));
  if (holder === undefined) return false;
  const claimed = tokensOf(claim);
  const isThere = (token: string): boolean => holders.has(nameKey(token));
  const around = [claimed.slice(0, number.at).findLast(isThere), claimed.slice(number.at).find(isThere)];
  const near = around.flatMap((token) => (token === undefined ? [] : [nameKey(token)]));
  return near.length > 0 && !near.includes(nameKey(holder));
}

/** The words before the number in the claim lead to another number of the sentence, and are not around its own. */
function hasOtherWords({ claim, number, sentence }: NumberAtHome): boolean {
  const said = leadsOf(claim).find(({ at }) => at === number.at);
  if (said === undefined) return false;
  const leads = leadsOf(sentence);
  const share = (words: ReadonlySet<string>): number => [...said.before].filter((word) => words.has(word)).length;
  const own = leads.flatMap((lead) => (agrees(number, lead) ? [share(new Set([...lead.before, ...lead.behind]))] : []));
  const others = leads.flatMap((lead) => (lead.value === number.value ? [] : [share(lead.before)]));
  return own.length > 0 && Math.max(0, ...others) > Math.max(...own);
}

type Lead = NumberSaid & { readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> };

/** Each number with the matter between it and its neighbours, names left out: they are looked at by themselves. */
function leadsOf(text: string): readonly Lead[] {
  const tokens = tokensOf(text);
  const numbers = numbersOf(text);
  const matter = (from: number, to: number | undefined): ReadonlySet<string> =>
    new Set(
      contentStems(
        tokens
          .slice(from, to)
          .filter((token) => !/^\p{Lu}/u.test(token))
          .join(' '),
      ),
    );
  return numbers.map((number, index) => ({
    ...number,
    before: matter((numbers[index - 1]?.at ?? -1) + 1, number.at),
    behind: matter(number.at + 1, numbers[index + 1]?.at),
  }));
}
