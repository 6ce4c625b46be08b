// Small makers of Markdown, in which nothing a person wrote becomes markup.

/** A section with its heading. */
export function section(title: string, lines: readonly string[]): string {
  return [`## ${title}`, '', ...lines].join('\n');
}

/** A moment as a day, `YYYY-MM-DD`, in UTC. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** One line of plain text: what Markdown or HTML would take for markup is escaped, control characters go. */
export function plain(words: string): string {
  return words
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~>&<:]/g, (mark) =>
      mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : `\\${mark}`,
    );
}
