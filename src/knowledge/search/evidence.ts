// Weighs a question's words: how much they sound like questions to us, and like subjects that are not ours.
import type { Analyser } from './analyse.ts';
import type { QuestionReason, SearchData } from './search-data.ts';
import type { Speller } from './spelling.ts';
import { groupFinder } from './word-groups.ts';
import { wordsOf } from './words.ts';

/** What the words say, as sums of log odds: above 0 for us, below 0 against. */
export type Evidence = {
  /** From words, the first word, pairs of words, and groups of our own subjects. */
  readonly ours: number;
  /** From groups of other subjects (knowledge/search/other-subjects.yaml). */
  readonly other: number;
  /** The share of words with a subject that the knowledge base does not know, 0 to 1; a half where there are none. */
  readonly strange: number;
};

/** Reads a question's words. */
export type EvidenceReader = {
  evidenceOf(text: string): Evidence;
  /** The reason whose phrases the words are most like. */
  reasonOf(text: string): QuestionReason;
};

const unsure = 0.5;

/** Phrases, and what each of them counts. */
type Example = { readonly text: string; readonly weight: number };
type Counts = { readonly total: number; readonly by: ReadonlyMap<string, number> };
type Words = Pick<SearchData, 'notOurs' | 'otherSubjects'> & {
  readonly ours: readonly Example[];
  /** The plain words of the knowledge base. */
  readonly vocabulary: Iterable<string>;
  readonly spell: Speller;
};

/** A word never seen on one side still leaves some doubt. Measured by cross-validation, as are the features. */
const doubt = 0.1;
const otherMark = '~not';

function count(examples: readonly Example[], featuresOf: (text: string) => ReadonlySet<string>): Counts {
  const by = new Map<string, number>();
  let total = 0;
  for (const { text, weight } of examples) {
    total += weight;
    for (const feature of featuresOf(text)) by.set(feature, (by.get(feature) ?? 0) + weight);
  }
  return { total, by };
}

function sumOf(parts: readonly Counts[]): Counts {
  const by = new Map<string, number>();
  for (const part of parts) for (const [feature, often] of part.by) by.set(feature, (by.get(feature) ?? 0) + often);
  return { total: parts.reduce((sum, { total }) => sum + total, 0), by };
}

/** Learns from examples of both kinds. */
export function evidenceReader(words: Words, analyser: Analyser): EvidenceReader {
  const { stemOf } = analyser;
  const known = new Set([...words.vocabulary].map(stemOf));
  const othersOf = groupFinder(words.otherSubjects);
  const featuresOf = (text: string): ReadonlySet<string> => {
    const plainWords = wordsOf(text);
    const features = new Set<string>();
    for (const word of plainWords) features.add(analyser.isStopWord(word) ? word : stemOf(word));
    for (const [at, word] of plainWords.slice(1).entries()) features.add(`${plainWords[at]} ${word}`);
    for (const word of plainWords.slice(0, 1)) features.add(`^${word}`);
    for (const group of analyser.groupsOf(plainWords)) features.add(group);
    for (const group of othersOf(plainWords)) features.add(`${otherMark}${group}`);
    if (/\d/u.test(text)) features.add('#');
    return features;
  };
  const examplesOf = (texts: readonly string[]) => texts.map((text): Example => ({ text, weight: 1 }));
  const ours = count(words.ours, featuresOf);
  const byReason = new Map<QuestionReason, Counts>();
  for (const [reason, texts] of words.notOurs) byReason.set(reason, count(examplesOf(texts), featuresOf));
  const others = sumOf([...byReason.values()]);

  const oddsOf = (feature: string): number => {
    const here = ((ours.by.get(feature) ?? 0) * others.total) / ours.total;
    return Math.log((here + doubt) / ((others.by.get(feature) ?? 0) + doubt));
  };
  const strangeIn = (text: string): number => {
    const subjects = wordsOf(text).filter((word) => !analyser.isStopWord(word));
    if (subjects.length === 0) return unsure;
    return subjects.filter((word) => !known.has(stemOf(words.spell(word)))).length / subjects.length;
  };
  const evidenceOf = (text: string): Evidence => {
    let evidence: Evidence = { ours: 0, other: 0, strange: strangeIn(text) };
    for (const feature of featuresOf(text)) {
      if (feature.startsWith(otherMark)) evidence = { ...evidence, other: evidence.other + oddsOf(feature) };
      else evidence = { ...evidence, ours: evidence.ours + oddsOf(feature) };
    }
    return evidence;
  };
  const reasonOf = (text: string): QuestionReason => {
    const features = [...featuresOf(text)].filter((feature) => others.by.has(feature));
    let best: { readonly reason: QuestionReason; readonly likeness: number } = {
      reason: 'other-subject',
      likeness: Number.NEGATIVE_INFINITY,
    };
    for (const [reason, counts] of byReason) {
      const share = (feature: string) => Math.log(((counts.by.get(feature) ?? 0) + doubt) / (counts.total + 2 * doubt));
      const likeness = features.reduce((sum, feature) => sum + share(feature), 0);
      if (likeness > best.likeness) best = { reason, likeness };
    }
    return best.reason;
  };
  return { evidenceOf, reasonOf };
}
