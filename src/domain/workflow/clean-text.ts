// Makes text that a person typed fit to be stored, compared and drawn.

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text as a reader sees it, split into graphemes: a flag or an accented letter is one. */
export function graphemes(text: string): readonly string[] {
  if (/^[ -~]*$/.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The first `max` graphemes; a longer text ends in an ellipsis, which counts as one of them. `max` is 1 or more. */
export function clip(text: string, max: number): string {
  const nearby = text.slice(0, max * 12);
  const parts = graphemes(nearby);
  if (parts.length <= max && nearby.length === text.length) return text;
  return `${parts
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * One line without control characters, direction overrides, lone surrogates or runs of blanks, at most `max` graphemes.
 * Doing it twice changes nothing. May return the empty string.
 */
export function cleanText(text: string, max: number): string {
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufffd\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/ +/gu, ' ')
    .trim();
  return clip(line, max);
}
