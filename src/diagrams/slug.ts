// Names of files, from words people wrote.

/** Letters and digits that any file system takes, 40 at most; `workflow` where none is left. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-');
  return plain.slice(0, 40).replace(/^-+|-+$/gu, '') || 'workflow';
}
