// Cuts a passage's body into sentences that can be quoted word for word.

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Words that end in a full stop without ending a sentence, and the full stop that names like .NET begin with. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|ca|approx|no|vol|ch|dr|mr|ms|inc|ltd|st|resp|incl|ed|al)\.|\b[A-Z]\.|(?:^|\s)\.)\s*$/iu;

/** A list entry, a heading or plain prose: blocks a sentence never runs across. */
function blocksOf(body: string): readonly string[] {
  return body
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/u)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*+]|\d+[.)]|#+)\s+/u, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((block) => block !== '');
}

/** True where the cut after `before` is inside a sentence: after an abbreviation, or before a small letter or digit. */
function runsOn(before: string, after: string): boolean {
  return abbreviation.test(before) || /^[\p{Ll}\d]/u.test(after);
}

function sentencesOf(block: string): readonly string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(block)) {
    const before = sentences.at(-1);
    if (before !== undefined && runsOn(before, segment)) sentences[sentences.length - 1] = before + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim());
}

/**
 * The sentences of a body in their order. Each stands in the body word for word once white space is
 * normalised. A list entry is a sentence of its own, and so is the line that introduces a list.
 */
export function keySentences(body: string): readonly string[] {
  return blocksOf(body).flatMap(sentencesOf);
}
