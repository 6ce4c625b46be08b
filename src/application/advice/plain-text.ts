// Brings texts to one typography, so that a quote can be compared with where it stands.

/** Curly quotes, dashes, ellipses and odd spaces, and what they are written as here. */
const typography: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/gu, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u2026/gu, '...'],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, ''],
  [/\s+/gu, ' '],
];

/** One line in one typography. Case, words and their order stay as they are. Doing it twice changes nothing. */
export function plainText(text: string): string {
  const composed = text.toWellFormed().normalize('NFKC');
  return typography.reduce((plain, [signs, sign]) => plain.replace(signs, sign), composed).trim();
}

/** The same without quotation marks, emphasis and backticks: what stays when a sentence moves to another place. */
export function bareText(text: string): string {
  return plainText(text)
    .replace(/["'*]+(?=\s|$|[.,;:!?)])|(?<=^|\s|\()["'*]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
