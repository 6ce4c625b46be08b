// The accident of a broken file of `knowledge/`, framework, passage or search data: it stops the start.

/** A file of `knowledge/` that cannot be used. The message names the file, the line and what is wrong. */
export class KnowledgeFileError extends Error {
  override readonly name = 'KnowledgeFileError';
  readonly file: string;
  /** 1 for the first line; null when the file could not be read at all. */
  readonly line: number | null;
  readonly reason: string;

  constructor({
    file,
    line,
    reason,
  }: { readonly file: string; readonly line: number | null; readonly reason: string }) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
