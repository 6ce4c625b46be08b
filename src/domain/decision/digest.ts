// Several looks due for one owner are told in one message (issue 5): which ones, and which decision's reminder shows them.
import { isDecent, JITTER_MINUTES, type Zones } from '../reassessment/slots.ts';
import type { StartedDecision } from './decision.ts';
import type { Digest } from './look-events.ts';
import { scheduleOf } from './plan-look.ts';
import { reminderToCome } from './reminder-to-come.ts';

/**
 * A look comes this much early, in milliseconds, to be told together with one that is due: the minutes of their own that
 * decisions have beside the hour would keep the looks of one morning apart for ever.
 */
export const GATHER_MS = 2 * JITTER_MINUTES * 60_000;
/** More than fit one message are told in the next. */
export const MOST_TOGETHER = 15;

/** The digest that is due at a moment for decisions of one owner, the longest overdue first; null where fewer than two are. */
export function digestDue(decisions: readonly StartedDecision[], at: number, zones: Zones): Digest | null {
  const joining = decisions
    .filter((decision) => canJoin(decision, at, zones))
    .toSorted((one, other) => dueAt(one) - dueAt(other) || (one.decisionId < other.decisionId ? -1 : 1))
    .slice(0, MOST_TOGETHER);
  const [lead] = joining;
  if (lead === undefined || joining.length < 2 || dueAt(lead) > at) return null;
  const members = joining.map(({ decisionId }) => decisionId);
  return { lead: lead.decisionId, members, owner: lead.owner, reminder: lead.reminders + 1 };
}

/** Whether a decision's next reminder goes to its owner and may go out at a moment, together with one that is due. */
export function canJoin(decision: StartedDecision, at: number, zones: Zones): boolean {
  const coming = reminderToCome(decision);
  if (coming === null || coming.audience !== 'owner' || decision.ownerGone) return false;
  return coming.dueAt <= at + GATHER_MS && isDecent(at, scheduleOf(decision).zone, zones);
}

function dueAt(decision: StartedDecision): number {
  return reminderToCome(decision)?.dueAt ?? Number.POSITIVE_INFINITY;
}
