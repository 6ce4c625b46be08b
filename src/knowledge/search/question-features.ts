// What a question looks like to the refusal rule: its words, pairs of words, groups of meaning, and how it begins.
import type { Analyser } from './analyse.ts';
import { groupFinder } from './word-groups.ts';
import { wordsOf } from './words.ts';

/** The features of a text, each once. */
export type FeatureReader = (text: string) => ReadonlySet<string>;

/** Marks a group of another subject, so that it is not mistaken for one of ours. */
const otherMark = '~not';

/** Reads features: stop words stay as they are written, since how somebody asks tells as much as about what. */
export function featureReader(
  analyser: Analyser,
  otherSubjects: Readonly<Record<string, readonly string[]>>,
): FeatureReader {
  const othersOf = groupFinder(otherSubjects);
  return (text) => {
    const plainWords = wordsOf(text);
    const features = new Set<string>();
    for (const word of plainWords) features.add(analyser.isStopWord(word) ? word : analyser.stemOf(word));
    for (let at = 1; at < plainWords.length; at += 1) features.add(`${plainWords[at - 1]} ${plainWords[at]}`);
    if (plainWords.length > 0) features.add(`^${plainWords[0]}`);
    for (const group of analyser.groupsOf(plainWords)) features.add(group);
    for (const group of othersOf(plainWords)) features.add(`${otherMark}${group}`);
    if (/\d/u.test(text)) features.add('#');
    return features;
  };
}
