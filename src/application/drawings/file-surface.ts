// The port to where files are shown to people.
import type { Found, PlaceProblem, Target } from '../card-surface.ts';

/** A file about to be shown. `altText` says what a picture shows, at most 1,000 characters; null for what is no picture. */
export type NewFile = {
  readonly name: string;
  readonly title: string;
  readonly altText: string | null;
  readonly bytes: Uint8Array;
};

/** A file that lies ready and nobody sees yet. */
export type StoredFile = { readonly id: string; readonly title: string };

/** One message with files: a line that stands out, plain lines below it, then the files. */
export type FileMessage = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly files: readonly StoredFile[];
};

/** What became of showing files. When the message stands is not known: the surface shares a moment later. */
export type Shared = { readonly outcome: 'shared' } | { readonly outcome: 'no-place'; readonly problem: PlaceProblem };

/** The place takes messages, but no files from us: trying again changes nothing. */
export class FilesRefusedError extends Error {
  constructor(code: string) {
    super(`files are refused: ${code}`);
    this.name = 'FilesRefusedError';
  }
}

/** Where files are shown. Throws as {@link CardSurface} does, and {@link FilesRefusedError}. */
export type FileSurface = {
  /** Puts the bytes in place; nobody sees them yet, so doing it twice is harmless. */
  upload(file: NewFile): Promise<StoredFile>;
  /** Shows the files once and never again by itself: a lost call is settled by {@link FileSurface.find}. */
  share(target: Target, message: FileMessage): Promise<Shared>;
  /** Says in the place of the files that they are refused. */
  excuse(target: Target): Promise<void>;
  /** Looks for the message that shows this file, begun at `since` (milliseconds since 1970). */
  find(target: Target, fileId: string, since: number): Promise<Found>;
};
