// Whom the next reminder of a look goes to, and when it is due.
import type { StartedDecision } from './decision.ts';
import type { Audience } from './look-events.ts';
import { lookDue } from './next-due.ts';

/** The next reminder: when it is due, of which unanswered week (0 for the first one), and whom it goes to. */
export type ReminderToCome = { readonly dueAt: number; readonly week: number; readonly audience: Audience };

/** Whom each week asks (issue 5): the thread after the second unanswered one, the channel after the fourth. */
const audienceOfWeek: Readonly<Record<number, Audience>> = {
  0: 'owner',
  1: 'owner',
  2: 'thread',
  3: 'owner',
  4: 'channel',
};

/** The reminder that comes next by itself, or null when none does. */
export function reminderToCome(decision: StartedDecision): ReminderToCome | null {
  const { look } = decision;
  const dueAt = lookDue(decision);
  if (look === null || dueAt === null) return null;
  const week = look.since === null ? 0 : look.weeks + 1;
  return { dueAt, week, audience: audienceFor(audienceOfWeek[week] ?? 'owner', decision) };
}

/** An owner whose account is gone reads nothing, and a channel that is closed shows nothing: the other is told instead. */
function audienceFor(wanted: Audience, { ownerGone, closed }: StartedDecision): Audience {
  if (wanted === 'owner') return ownerGone && closed === null ? 'thread' : 'owner';
  return closed === null ? wanted : 'owner';
}
