// Keeps drafts of steps that wait for a proposal: a text a modal, with an expiry.
import { z } from 'zod';
import { whyNoSteps } from '../application/drawings/propose-steps.ts';
import type { StepDraft, StepDrafts } from '../application/drawings/step-drafts.ts';
import { type CardKey, isCardKey } from '../domain/decision/card-keys.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';

/** Nobody looks at a modal for longer, and the words in it are people's own. */
const KEPT_MS = 60 * 60_000;

const draftSchema = z.object({
  card: z.custom<CardKey>(isCardKey),
  written: z.string(),
  proposed: z
    .discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), text: z.string() }),
      z.object({ ok: z.literal(false), because: z.enum(whyNoSteps) }),
    ])
    .nullable(),
});

/** The drafts on a Redis connection. */
export function createStepDrafts(redis: RedisConnection): StepDrafts {
  return {
    async keep(team, view, draft) {
      await ask(redis, () => redis.set(keys.stepDraft(team, view), JSON.stringify(draft), 'PX', KEPT_MS));
    },
    async get(team, view): Promise<StepDraft | null> {
      const text = await ask(redis, () => redis.get(keys.stepDraft(team, view)));
      return text === null ? null : draftSchema.parse(JSON.parse(text));
    },
    async forget(team, view) {
      await ask(redis, () => redis.del(keys.stepDraft(team, view)));
    },
  };
}
