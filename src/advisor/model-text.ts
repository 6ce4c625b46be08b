// What a model's answer is, whichever way it was asked: pieces of text, and an ending.
import type { UnavailableReason } from '../application/advisor.ts';
import type { answerForms } from './answer-forms.ts';

/** A piece of the answer, or a word about how it ended. */
export type ModelPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused' }
  /** The model was stopped before it had finished. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'failed'; readonly reason: UnavailableReason }
  /** The provider says that the answer is whole; a stream that ends without it was cut. */
  | { readonly kind: 'ended' };

/** What a model is asked: instructions, data, and the form the answer must have. */
export type ModelQuestion = {
  readonly instructions: string;
  readonly data: string;
  readonly form: keyof typeof answerForms;
  readonly signal: AbortSignal;
};

/** Asks a model and gives its answer as it arrives. Throws what the client throws. */
export type AskModel = (question: ModelQuestion) => AsyncIterable<ModelPiece>;
