// The job that carries a nudge: which decision owes which effect. The truth stays with the owed effects.
import { z } from 'zod';

/** The name of the queue of effects. */
export const EFFECTS_QUEUE = 'effects';
/** BullMQ's own braced prefix: its keys are one slot, apart from the workspaces' (design.md §5). */
export const QUEUE_PREFIX = '{downbeat-queue}';

/** What an effect job says. */
export const effectJobSchema = z.object({ team: z.string(), decisionId: z.string(), effect: z.string() });
export type EffectJob = z.infer<typeof effectJobSchema>;

/** The name under which jobs for the same effect are one. BullMQ's ids must not contain a colon. */
export function effectJobId({ team, decisionId, effect }: EffectJob): string {
  return [team, decisionId, effect].join('.').replaceAll(':', '_');
}
