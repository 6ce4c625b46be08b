// The accident of a broken prompt file: it stops the start.

/** A file of `prompts/` that cannot be used. The message names the file, the line and what is wrong. */
export class PromptFileError extends Error {
  override readonly name = 'PromptFileError';
  readonly file: string;
  /** 1 for the first line; null when the file could not be read at all. */
  readonly line: number | null;
  readonly reason: string;

  constructor(place: { readonly file: string; readonly line: number | null }, reason: string) {
    super(`${place.file}${place.line === null ? '' : `:${place.line}`}: ${reason}`);
    this.file = place.file;
    this.line = place.line;
    this.reason = reason;
  }
}
