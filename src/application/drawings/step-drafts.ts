// The port to what stood in the steps modal when a proposal was asked for: it outlives the process that was asked.
import type { CardKey } from '../../domain/decision/card-keys.ts';
import type { ProposedSteps } from './propose-steps.ts';

/** One modal's draft. */
export type StepDraft = {
  /** The card the modal was opened from. */
  readonly card: CardKey;
  /** What was typed before: it comes back with the proposal. */
  readonly written: string;
  /** What came of asking; null until then. */
  readonly proposed: ProposedSteps | null;
};

/** The drafts of a workspace, by modal. Each is forgotten once it was shown, and an hour after it was kept at the latest. */
export type StepDrafts = {
  /** Keeps a draft; a second one of the same modal replaces the first. */
  keep(team: string, view: string, draft: StepDraft): Promise<void>;
  /** The draft, or null where there is none any more. */
  get(team: string, view: string): Promise<StepDraft | null>;
  forget(team: string, view: string): Promise<void>;
};
