// What can be asked about the looks at an accepted decision.
import type { AskedId } from '../framework.ts';
import type { Schedule } from '../reassessment/schedule.ts';
import type { ScopeAnswer } from '../reassessment/scope.ts';
import type { SnoozeUntil } from '../reassessment/slots.ts';
import type { ItemAnswer } from '../reassessment/watch-items.ts';
import type { Asked } from './actor.ts';
import type { Digest } from './look-events.ts';

/** Time has passed: whatever is due at `at` happens now. Asked by Downbeat itself, once a due moment. */
export type PassTime = { readonly type: 'PassTime'; readonly at: number; readonly digest: Digest | null };
/** One tap: everything watched is still so. */
export type ConfirmNothingChanged = Asked & { readonly type: 'ConfirmNothingChanged'; readonly occurrence: number };
/** Say how one watched thing stands. */
export type AnswerWatchItem = Asked & {
  readonly type: 'AnswerWatchItem';
  readonly occurrence: number;
  readonly item: string;
  readonly answer: ItemAnswer;
};
/** End a look. `questions` are those the person wants asked again besides what was marked as changed. */
export type FinishLook = Asked & {
  readonly type: 'FinishLook';
  readonly occurrence: number;
  readonly questions: readonly AskedId[];
};
/** Answer one of the framework's closing questions. */
export type AnswerScope = Asked & { readonly type: 'AnswerScope'; readonly scope: ScopeAnswer };
/** Put this look off; the ones after it stay where they are. */
export type SnoozeLook = Asked & {
  readonly type: 'SnoozeLook';
  readonly occurrence: number;
  readonly until: SnoozeUntil;
};
/** Choose weekday, hour and stretch. A look that is only scheduled moves accordingly. The owner's. */
export type SetSchedule = Asked & { readonly type: 'SetSchedule'; readonly schedule: Schedule };
/** Stop looking. The owner's. */
export type StopLooks = Asked & { readonly type: 'StopLooks' };
/** Look again after a stop. The owner's; once it has gone quiet anybody's, who thereby becomes the owner. */
export type ResumeLooks = Asked & { readonly type: 'ResumeLooks'; readonly zone: string };

export type LookCommand =
  | PassTime
  | ConfirmNothingChanged
  | AnswerWatchItem
  | FinishLook
  | AnswerScope
  | SnoozeLook
  | SetSchedule
  | StopLooks
  | ResumeLooks;
