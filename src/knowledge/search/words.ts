// Cuts text into plain words and reduces them to stems; the same for passages and questions, in all five languages.

/** Small letters without accents; names with signs in them become words. */
export function plain(text: string): string {
  const small = text.toLowerCase();
  return (isAscii(small) ? small : withoutAccents(small))
    .replace(/c#/gu, ' csharp ')
    .replace(/(?<!\w)\.net\b/gu, ' dotnet ');
}

/** Most texts are, and need no looking for accents. */
function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/gu, 'ss').replace(/œ/gu, 'oe');
}

/** The plain words of a text in their order. */
export function wordsOf(text: string): readonly string[] {
  return plain(text).match(/[a-z0-9]+/gu) ?? [];
}

/** Endings of English, German, French, Spanish and Dutch, longest first. */
const endings = [
  'iciones',
  'ierungen',
  'ations',
  'ierung',
  'ements',
  'ation',
  'ement',
  'iones',
  'ities',
  'ments',
  'ingen',
  'ungen',
  'ables',
  'ieren',
  'able',
  'ally',
  'iert',
  'ings',
  'ions',
  'ment',
  'ness',
  'ees',
  'ers',
  'ies',
  'ing',
  'ion',
  'ity',
  'ung',
  'ed',
  'en',
  'er',
  'es',
  'ly',
  'e',
  's',
] as const;

const shortestStem = 4;

/** A word without its ending: at least four letters stay, and a final `y` and `i` are the same. */
export function stem(word: string): string {
  if (word.length <= shortestStem) return /^[a-z]{3}s$/u.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem) ?? '';
  const rest = word.slice(0, word.length - ending.length);
  if (ending === 'ies') return `${rest}i`;
  const single = ending !== '' && /([^sle])\1$/u.test(rest) ? rest.slice(0, -1) : rest;
  return single.replace(/y$/u, 'i');
}
