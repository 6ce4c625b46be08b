// Small makers of Markdown, in which nothing a person wrote becomes markup.

/** A section with its heading. */
export function section(title: string, lines: readonly string[]): string {
  return [`## ${title}`, '', ...lines].join('\n');
}

/** A moment as a day, `YYYY-MM-DD`, in UTC. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A moment to the second, `YYYY-MM-DD HH:MM:SS UTC`. */
export function momentOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** An address as people paste it; what usually ends the sentence around it is no part of it. */
const ADDRESS = /https?:\/\/(?:[^\s<>"'`|\\^{}[\]()*&]|&(?!#?\w+;))*[^\s<>"'`|\\^{}[\]()*&.,;:!?]/g;
/** What is markup wherever it stands; braces run code in MDX, dollars are mathematics to some. */
const ANYWHERE = /[\\`*[\]{}|~$<]|&(?=#?\w+;)|(?<=www)\.|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What is markup only where a line begins, or behind a heading. */
const AT_THE_EDGE = /^[#+\-=>:]|(?<=^\d{1,9})[.)](?=\s|$)|(?<=\s)#+$/g;

/**
 * One line of plain text: what Markdown or HTML would take for markup is escaped, and no more, so that the file reads
 * well as it is; control characters go. An address becomes a link that shows itself.
 */
export function plain(words: string): string {
  const line = words.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const addresses = line.match(ADDRESS) ?? [];
  return line
    .split(ADDRESS)
    .map((text, place) => `${escaped(text)}${place < addresses.length ? `<${addresses[place]}>` : ''}`)
    .join('');
}

/** Plain text of several lines, each a paragraph. */
export function paragraphs(words: string): string {
  return words
    .split(/[\n\r\u2028\u2029]+/u)
    .map(plain)
    .filter((line) => line !== '')
    .join('\n\n');
}

function escaped(text: string): string {
  return text
    .replaceAll(ANYWHERE, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : `\\${mark}`))
    .replaceAll(AT_THE_EDGE, (mark) => `\\${mark}`);
}
