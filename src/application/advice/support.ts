// Measures how much of a sentence the sentences it quotes support, word by word.
import type { Standing } from './evidence.ts';
import { contentStems, wordsOf } from './words-of.ts';

/** What a sentence may draw on besides its quotes. */
export type SupportContext = {
  readonly question: string;
  /** The team's answers in the framework's words. */
  readonly team: readonly string[];
  /** The part's name: it neither supports nor needs support. */
  readonly part: string | null;
};

/**
 * The least share of a sentence's content words that stand in the quoted sentences, and in all it may draw on.
 * Chosen by measurement on the claims of docs/claims-read.md.
 */
const leastSupport = { quoted: 0.5, all: 0.7 } as const;
/** A longer name than this is a text. */
const LONGEST_PART = 6;

/** True when enough of the sentence is backed. */
export function isSupported(sentence: string, standing: readonly Standing[], context: SupportContext): boolean {
  const { quoted, all } = supportOf(sentence, standing, context);
  return quoted >= leastSupport.quoted && all >= leastSupport.all;
}

/** The shares of a sentence's content words that stand in the quoted sentences, and in everything it may draw on. */
export function supportOf(
  sentence: string,
  standing: readonly Standing[],
  { question, team, part }: SupportContext,
): { readonly quoted: number; readonly all: number } {
  const stems = contentStems(withoutPart(sentence, part));
  if (stems.length === 0) return { quoted: 0, all: 0 };
  const quoted = stemsNear(standing, team);
  const bodies = standing.map(({ passage }) => passage.body);
  const all = new Set([...quoted, ...contentStems([...bodies, question].join(' '))]);
  const share = (known: ReadonlySet<string>): number => stems.filter((word) => known.has(word)).length / stems.length;
  return { quoted: share(quoted), all: share(all) };
}

/** True when a sentence begins with something its passage speaks of elsewhere, and not where it is quoted. */
export function hasOtherSubject(
  sentence: string,
  standing: readonly Standing[],
  { question, team, part }: SupportContext,
): boolean {
  const subject = subjectOf(withoutPart(sentence, part));
  if (subject === undefined || stemsNear(standing, [...team, question]).has(subject)) return false;
  return contentStems(standing.map(({ passage }) => passage.body).join(' ')).includes(subject);
}

/** The first noun of a sentence that begins with it: with an article, or with the word itself. */
function subjectOf(sentence: string): string | undefined {
  const [first = '', second] = wordsOf(sentence);
  return contentStems(/^(?:the|an?)$/u.test(first) ? (second ?? '') : first)[0];
}

function stemsNear(standing: readonly Standing[], others: readonly string[]): ReadonlySet<string> {
  const said = standing.flatMap(({ passage, sentences }) => [passage.title, ...sentences]);
  return new Set(contentStems([...said, ...others].join(' ')));
}

function withoutPart(sentence: string, part: string | null): string {
  if (part === null || part.trim() === '' || wordsOf(part).length > LONGEST_PART) return sentence;
  return sentence.toLowerCase().replaceAll(part.trim().toLowerCase(), ' ');
}
