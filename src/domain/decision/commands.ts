// What can be asked of a decision.
import type { AskedId, PillarNumber } from '../framework.ts';
import type { Asked } from './actor.ts';
import type { LifecycleCommand } from './lifecycle-commands.ts';
import type { LookCommand } from './look-commands.ts';
import type { Origin, PersonId, Place, WordRef } from './refs.ts';
import type { GivenSteps, WorkflowCommand } from './workflow-commands.ts';

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
  /** The decision it follows or is to supersede; absent for one that comes from nowhere. */
  readonly origin?: Origin;
  /** The steps it is about, where they were given at once. */
  readonly workflow?: GivenSteps;
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

/** Go on without answering the rest of a pillar. In team mode this reveals it, and is the owner's. */
export type SkipPillar = Asked & { readonly type: 'SkipPillar'; readonly pillar: PillarNumber };
/** Show a folded pillar's questions again. */
export type UnfoldPillar = Asked & { readonly type: 'UnfoldPillar'; readonly pillar: PillarNumber };
/** Fold a pillar that was shown again. */
export type FoldPillar = Asked & { readonly type: 'FoldPillar'; readonly pillar: PillarNumber };
/** Put a text or link under a question's answer. */
export type AddNote = Asked & { readonly type: 'AddNote'; readonly question: AskedId; readonly note: WordRef };

/** Answer as a team: private until revealed. Only before the first answer. `revealAfter` in milliseconds, or null. */
export type ChooseTeamMode = Asked & { readonly type: 'ChooseTeamMode'; readonly revealAfter: number | null };
/** Open a pillar's private answers to all. The owner's. */
export type RevealPillar = Asked & { readonly type: 'RevealPillar'; readonly pillar: PillarNumber };

/** Somebody shall find out an answer nobody knows, until a moment. `zone` is theirs, for a decent hour to remind them. */
export type NameFinder = Asked & {
  readonly type: 'NameFinder';
  readonly question: AskedId;
  readonly person: PersonId;
  readonly until: number;
  readonly zone: string;
};

/** Whoever was to find out an answer has no account any more. Asked by Downbeat itself. */
export type ReportFinderGone = {
  readonly type: 'ReportFinderGone';
  readonly at: number;
  readonly question: AskedId;
  readonly person: PersonId;
};

/** What is asked while questions are answered. */
export type AskingCommand =
  | AnswerQuestion
  | SkipPillar
  | UnfoldPillar
  | FoldPillar
  | AddNote
  | ChooseTeamMode
  | RevealPillar
  | NameFinder
  | ReportFinderGone;

/** Everything that can be asked of a decision. */
export type Command =
  | StartDecision
  | OpenThread
  | WithdrawStart
  | AskingCommand
  | LifecycleCommand
  | LookCommand
  | WorkflowCommand;
