// Makes text that a person typed fit to be stored, compared and drawn.

/** The most UTF-16 units a grapheme may take on average: a family of emoji has 11, marks upon marks are cut. */
export const MOST_UNITS = 12;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text as a reader sees it, split into graphemes: a flag or an accented letter is one. */
export function graphemes(text: string): readonly string[] {
  if (/^[ -~]*$/.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/**
 * The first `max` graphemes, in at most so many times {@link MOST_UNITS} UTF-16 units; a longer text ends in an ellipsis,
 * which counts as one of them. `max` is 1 or more, the text is well formed.
 */
export function clip(text: string, max: number): string {
  const room = max * MOST_UNITS;
  const isLong = text.length > room;
  // One unit is left for the ellipsis; half a surrogate pair is no character.
  const parts = graphemes(isLong ? text.slice(0, room - 1).replace(/\p{Cs}$/u, '') : text);
  if (!isLong && parts.length <= max) return text;
  const kept = parts.slice(0, max - 1).join('');
  return `${kept.trimEnd()}…`;
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
