// What can be asked of a decision.
import type { AskedId, PillarNumber } from '../framework.ts';
import type { PersonId, Place, WordRef } from './events.ts';

/**
 * Who asks. `member` says whether the person belongs to the workspace the decision lives in: people of other
 * organisations see a shared channel's cards and can click them, so every command is authorised by this.
 */
export type Actor = { readonly person: PersonId; readonly member: boolean };

type Asked = { readonly by: Actor /** When it was asked, milliseconds since 1970. */; readonly at: number };

/** Begin a decision. `threadTs` is null when the root card is to open a thread of its own. */
export type StartDecision = Asked & {
  readonly type: 'StartDecision';
  readonly decisionId: string;
  readonly title: WordRef;
  readonly framing: WordRef | null;
  readonly owner: PersonId;
  readonly invited: readonly PersonId[];
  readonly channel: string;
  readonly threadTs: string | null;
};

/** The root card stands and its thread is known. Asked by Downbeat itself after posting. */
export type OpenThread = { readonly type: 'OpenThread'; readonly at: number; readonly place: Place };

/** The place takes no root card, so the decision never came to be. Asked by Downbeat itself. */
export type WithdrawStart = { readonly type: 'WithdrawStart'; readonly at: number; readonly problem: string };

/** Record an option for a question. `part` names the part for 5c `part`; `actionTs` is Slack's time of the click. */
export type AnswerQuestion = Asked & {
  readonly type: 'AnswerQuestion';
  readonly question: AskedId;
  readonly option: string;
  readonly part: WordRef | null;
  readonly actionTs: string;
};

/** Go on without answering the rest of a pillar. */
export type SkipPillar = Asked & { readonly type: 'SkipPillar'; readonly pillar: PillarNumber };
/** Show a folded pillar's questions again. */
export type UnfoldPillar = Asked & { readonly type: 'UnfoldPillar'; readonly pillar: PillarNumber };
/** Fold a pillar that was shown again. */
export type FoldPillar = Asked & { readonly type: 'FoldPillar'; readonly pillar: PillarNumber };
/** Put a text or link under a question's answer. */
export type AddNote = Asked & { readonly type: 'AddNote'; readonly question: AskedId; readonly note: WordRef };

/** Everything that can be asked of a decision. */
export type Command =
  | StartDecision
  | OpenThread
  | WithdrawStart
  | AnswerQuestion
  | SkipPillar
  | UnfoldPillar
  | FoldPillar
  | AddNote;
