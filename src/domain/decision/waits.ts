// What waits for whom: what a person's Home tab shows first.
import { z } from 'zod';
import type { StartedDecision } from './decision.ts';
import { openFinders } from './finders.ts';
import { isAsking } from './phase.ts';
import { type PersonId, personIdSchema } from './refs.ts';
import { openPillar, whoAnswered } from './team.ts';

/**
 * Why a decision waits for a person: for their own private answers, for one they find out, for somebody else to be named
 * who does, or to be settled.
 */
export const waitReasons = ['answer', 'find-out', 'name-finder', 'settle'] as const;

export const waitSchema = z.object({ person: personIdSchema, why: z.enum(waitReasons) });
export type Wait = z.infer<typeof waitSchema>;

/** Everything a decision waits for, except a look, which time alone brings. Says nothing of what anybody chose. */
export function waitsOf(decision: StartedDecision): readonly Wait[] {
  const { owner, status } = decision;
  const finders = openFinders(decision).map(([, finder]) => finder);
  const promised = new Set(finders.filter(({ gone }) => !gone).map(({ person }) => person));
  const names: readonly Wait[] = finders.some(({ gone }) => gone) ? [{ person: owner, why: 'name-finder' }] : [];
  const settles: readonly Wait[] = status === 'proposed' ? [{ person: owner, why: 'settle' }] : [];
  return [
    ...answersToCome(decision).map((person): Wait => ({ person, why: 'answer' })),
    ...[...promised].map((person): Wait => ({ person, why: 'find-out' })),
    ...names,
    ...settles,
  ];
}

/** Those invited who have not answered all of the pillar a team is at. */
function answersToCome(decision: StartedDecision): readonly PersonId[] {
  const pillar = openPillar(decision);
  if (decision.team === null || pillar === null || !isAsking(decision)) return [];
  const done = whoAnswered(decision, pillar);
  return decision.invited.filter((person) => !done.includes(person));
}
