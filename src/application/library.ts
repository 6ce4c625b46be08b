// The port to the knowledge base: find passages for a question, and know when not to answer from them.
import type { SourceLink } from '../domain/framework.ts';

/** How a source was read: in full, an excerpt, through somebody's summary, or known but not opened. */
export const readings = ['full', 'excerpt', 'second-hand', 'known'] as const;

/** Where a passage comes from, and how that source was read. */
export type PassageSource = SourceLink & { readonly key: string; readonly read: (typeof readings)[number] };

/** One idea of the knowledge base, in our own words (design.md §3). */
export type Passage = {
  readonly id: string;
  readonly title: string;
  /** One to three section codes, such as `P3.1`. */
  readonly covers: readonly string[];
  readonly sources: readonly PassageSource[];
  /** The day its facts were last checked, as `YYYY-MM-DD`. */
  readonly checked: string;
  /** How people ask for it, in several languages. */
  readonly askedAs: readonly string[];
  readonly body: string;
  /** The body cut into sentences that can be quoted word for word. */
  readonly sentences: readonly string[];
};

/** What somebody asks. */
export type LibraryQuestion = {
  readonly text: string;
  /** Downbeat's turn before it, which a follow-up is understood from; null where there is none. */
  readonly context: string | null;
};

/** A passage found. The score starts at 0 for no match and has no upper end; longer questions score higher. */
export type Found = { readonly passage: Passage; readonly score: number };

/** Whether the knowledge base answers a question, and the weightiest reason where it does not. */
export type Answerable =
  | { readonly answerable: true; readonly probability: number }
  | { readonly answerable: false; readonly probability: number; readonly reason: NoAnswerReason };

/** Why a question gets no answer: a sign in its words that it asks for something else, or too little found. */
export const noAnswerReasons = [
  'instruction',
  'private',
  'amount',
  'law',
  'opinion',
  'task',
  'other-subject',
  'nothing-found',
] as const;
export type NoAnswerReason = (typeof noAnswerReasons)[number];

/** Turns texts into vectors of one length, one for each text in its order. Rejects when the endpoint does not answer. */
export type Embedder = { embed(texts: readonly string[]): Promise<readonly (readonly number[])[]> };

/** The knowledge base. */
export type Library = {
  /** A hash over all passages: changes with any of their words. */
  readonly version: string;
  /** All passages, in the order of their ids. */
  readonly passages: readonly Passage[];
  /** The best passages for a question, best first, ten at most; empty where no word matches. Offline and under 5 ms. */
  search(question: LibraryQuestion): readonly Found[];
  /** Whether to answer from what was found; decided offline from the question's words and the scores. */
  answerable(question: LibraryQuestion, found: readonly Found[]): Answerable;
  /**
   * Works out in the background what searching and judging need, a few milliseconds at a time; resolves when that is done.
   * Whoever asks without waiting is answered all the same, after up to half a second in which nothing else runs.
   */
  prepare(): Promise<void>;
  /** A passage by its id; undefined for an id nobody gave. */
  passage(id: string): Passage | undefined;
};
