// Several looks due for one owner are told in one message (issue 5): which ones, and which decision's reminder shows them.
import { isDecent, JITTER_MINUTES, type Zones } from '../reassessment/slots.ts';
import type { StartedDecision } from './decision.ts';
import type { Digest } from './look-events.ts';
import type { Together } from './look-record.ts';
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

/** The digest that a decision's reminder of this number is in; null for one that speaks for itself. */
export function digestOf(decision: StartedDecision, reminder: number): Digest | null {
  return digestsOf(decision).find((told) => told.reminder === reminder)?.digest ?? null;
}

/** The number of a decision's own reminder that a digest stands for; 0 where it is in none of its digests. */
export function reminderIn(decision: StartedDecision, { lead, reminder }: Digest): number {
  const told = digestsOf(decision).find(({ digest }) => digest.lead === lead && digest.reminder === reminder);
  return told?.reminder ?? 0;
}

function digestsOf({ earlierDigests, together }: StartedDecision): readonly Together[] {
  return together === null ? earlierDigests : [together, ...earlierDigests];
}

function dueAt(decision: StartedDecision): number {
  return reminderToCome(decision)?.dueAt ?? Number.POSITIVE_INFINITY;
}
