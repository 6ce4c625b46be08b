// What can be asked of a decision once there is a recommendation, and what is reported about its owner and its place.
import type { Habits } from '../reassessment/schedule.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Asked } from './actor.ts';
import type { PlaceChange } from './lifecycle-events.ts';
import type { PersonId, WordRef } from './refs.ts';

/**
 * The owner has read the best case for the losing style; `rebuttal` answers it in a line, null lets it stand. `against` is
 * the result it was read against, which may have moved since; absent where nothing lies between reading and asking.
 */
export type ConsiderBestCase = Asked & {
  readonly type: 'ConsiderBestCase';
  readonly rebuttal: WordRef | null;
  readonly against?: Pick<Verdict, 'style' | 'part'>;
};
/** Accept the recommendation. `zone` is the owner's, for the hour of the looks that begin now; `habits` what they chose. */
export type AcceptDecision = Asked & {
  readonly type: 'AcceptDecision';
  readonly zone: string;
  readonly habits?: Habits | null;
};
/** Turn the recommendation down. */
export type RejectDecision = Asked & { readonly type: 'RejectDecision'; readonly reason: WordRef | null };
/** Give the decision up, with or without a recommendation. */
export type AbandonDecision = Asked & { readonly type: 'AbandonDecision'; readonly reason: WordRef | null };
/** Take up again what was accepted, rejected or abandoned. */
export type ReopenDecision = Asked & { readonly type: 'ReopenDecision' };
/** Make somebody else the owner. `zone` is theirs. Anybody may take over once the owner's account is gone. */
export type HandOver = Asked & { readonly type: 'HandOver'; readonly to: PersonId; readonly zone: string };
/** This decision's place is taken by another one. Asked by Downbeat itself, in one write with that one's acceptance. */
export type Supersede = { readonly type: 'Supersede'; readonly at: number; readonly successor: string };
/** A decision was started for a part of this one. Asked by Downbeat itself. */
export type LinkFollowUp = { readonly type: 'LinkFollowUp'; readonly at: number; readonly decisionId: string };
/** Somebody's account was deactivated. Asked by Downbeat itself. */
export type ReportPersonGone = { readonly type: 'ReportPersonGone'; readonly at: number; readonly person: PersonId };
/** Something became of the channel. Asked by Downbeat itself. */
export type ReportPlace = { readonly type: 'ReportPlace'; readonly at: number; readonly change: PlaceChange };
/** Answer a question of *What next*, once an orchestration or a split is accepted; `unknown` takes an answer back. */
export type AnswerToolQuestion = Asked & {
  readonly type: 'AnswerToolQuestion';
  readonly question: string;
  readonly option: string;
};
/** Count the answers under the framework in force from now on. The owner's. */
export type AdoptFramework = Asked & { readonly type: 'AdoptFramework' };

export type LifecycleCommand =
  | ConsiderBestCase
  | AcceptDecision
  | RejectDecision
  | AbandonDecision
  | ReopenDecision
  | HandOver
  | Supersede
  | LinkFollowUp
  | ReportPersonGone
  | ReportPlace
  | AnswerToolQuestion
  | AdoptFramework;
