// Looks whether a claim's numbers, product names and versions stand in what it cites or in the team's answers.
import type { DropReason } from './answer.ts';
import type { Standing } from './evidence.ts';
import { isAnothers } from './number-holder.ts';
import { agrees, type NumberSaid, nameKey, numbersOf, tokensOf } from './numbers.ts';
import { plainText } from './plain-text.ts';
import { contentStems, stem } from './words-of.ts';

/** What facts are compared with. `team` is what the team itself said: answers, notes, the part's name. */
export type FactSources = { readonly standing: readonly Standing[]; readonly team: readonly string[] };

/** Numbers have to stand in the quoted sentences themselves; names anywhere in the passages cited. */
export function checkFacts(text: string, { standing, team }: FactSources): DropReason | null {
  const claim = plainText(text);
  const teamText = plainText(team.join('. '));
  const sentences = standing.flatMap(({ passage: { title }, sentences }) =>
    [title, ...sentences].map((sentence) => ({ title, sentence: plainText(sentence) })),
  );
  const said = numbersOf(claim);
  const names = namesOf(claim);
  const known = new Set(
    tokensOf(
      [...standing.map(({ passage }) => `${passage.title}. ${passage.body}`), teamText].map(plainText).join(' '),
    ).map(nameKey),
  );
  if (names.some((name) => !known.has(nameKey(name)))) return 'name';
  if (hasStrangeOpening(claim, known, standing)) return 'name';
  const teamNumbers = numbersOf(teamText);
  for (const number of said) {
    if (teamNumbers.some((candidate) => agrees(number, candidate))) continue;
    const homes = sentences.filter(({ sentence }) =>
      numbersOf(sentence).some((candidate) => agrees(number, candidate)),
    );
    if (homes.length === 0) return 'number';
    if (names.length > 0 && !backedTogether({ number, names, standing })) return 'number';
    if (homes.every((home) => isAnothers({ claim, number, ...home }))) return 'number';
  }
  return null;
}

/** Words of a claim that look like names: a capital or a digit inside, or a capital that opens no sentence. */
function namesOf(claim: string): readonly string[] {
  return claim
    .split(/(?<=[.!?:])\s+/u)
    .flatMap((sentence) => tokensOf(sentence).filter((token, index) => isName(token, index === 0)));
}

function isName(token: string, opensSentence: boolean): boolean {
  if (!/\p{Lu}/u.test(token) || token === 'I' || token === 'Downbeat') return false;
  return !opensSentence || /.\p{Lu}|\p{N}/u.test(token);
}

/** A claim may open with a product's name that looks like any first word. */
function hasStrangeOpening(claim: string, known: ReadonlySet<string>, standing: readonly Standing[]): boolean {
  const stems = new Set(standing.flatMap(({ passage }) => contentStems(`${passage.title} ${passage.body}`)));
  return claim.split(/(?<=[.!?])\s+/u).some((sentence) => {
    const [first] = tokensOf(sentence);
    if (first === undefined || !/^\p{Lu}\p{Ll}+$/u.test(first) || known.has(nameKey(first))) return false;
    const [content] = contentStems(first);
    const derived = /(?:ing|ed|ly|ions?|ments?|ness|ity|ance|ence|ers?|ors?|ful|less|able)$/u.test(first);
    return content !== undefined && !derived && !stems.has(stem(first.toLowerCase()));
  });
}

/** A number and the name it is said of have to come from one passage: two true facts make no third. */
function backedTogether({
  number,
  names,
  standing,
}: {
  readonly number: NumberSaid;
  readonly names: readonly string[];
  readonly standing: readonly Standing[];
}): boolean {
  return standing.some(({ passage, sentences }) => {
    const hasNumber = [passage.title, ...sentences].some((sentence) =>
      numbersOf(plainText(sentence)).some((candidate) => agrees(number, candidate)),
    );
    const here = new Set(tokensOf(plainText(`${passage.title}. ${passage.body}`)).map(nameKey));
    return hasNumber && names.some((name) => here.has(nameKey(name)));
  });
}
