// Whether every look that was due was told in exactly one message: counted in the playground's own messages.
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Playground } from '../../playground/server/playground.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import type { Copy } from '../house/accepted-copies.ts';

const markedSchema = z.object({
  metadata: z.object({ event_payload: z.object({ decision: z.string(), card: z.string().startsWith('reminder-') }) }),
});
const postedSchema = z.object({ channel: z.string(), ts: z.string() });
const READ_AT_ONCE = 200;

/** What was found. */
export type Told = {
  /** Messages that tell of a look. */
  readonly messages: number;
  /** Decisions whose look is recorded once and told in exactly one message to their owner. */
  readonly once: number;
  /** Decisions whose look stands in no message. */
  readonly lost: number;
  /** Decisions whose look stands in several messages, is recorded several times, or was told to somebody else. */
  readonly wrong: number;
};

/** Counts. Every decision must have been due once. */
export async function countTold(
  { playground, redis, team }: { readonly playground: Playground; readonly redis: Redis; readonly team: string },
  copies: readonly Copy[],
): Promise<Told> {
  const messages = reminderMessages(playground);
  const store = createDecisionStore(redis);
  let lost = 0;
  let wrong = 0;
  for (let from = 0; from < copies.length; from += READ_AT_ONCE) {
    const some = copies.slice(from, from + READ_AT_ONCE);
    const shown = await Promise.all(
      some.map(async ({ id, owner }) => {
        const events = await store.history({ team, decisionId: id });
        const [due, ...more] = events.filter((event) => event.type === 'ReminderDue');
        if (due === undefined) return 'lost';
        const told = messages.get(
          due.digest === null
            ? markOf(id, `reminder-${due.reminder}`)
            : markOf(due.digest.lead, `reminder-${due.digest.reminder ?? due.reminder}`),
        );
        if (told === undefined) return 'lost';
        return more.length === 0 && told.length === 1 && told[0] === owner ? 'once' : 'wrong';
      }),
    );
    lost += shown.filter((one) => one === 'lost').length;
    wrong += shown.filter((one) => one === 'wrong').length;
  }
  const count = [...messages.values()].reduce((sum, some) => sum + some.length, 0);
  return { messages: count, once: copies.length - lost - wrong, lost, wrong };
}

/** The people each reminder was told to, one entry a message, by decision and card. */
function reminderMessages({ state }: Playground): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, string>();
  for (const { args, answer } of state.calls('chat.postMessage')) {
    const posted = answer.ok ? postedSchema.safeParse(answer).data : undefined;
    if (posted !== undefined) people.set(posted.channel, String(args.channel));
  }
  const told = new Map<string, string[]>();
  for (const [channel, person] of people)
    for (const message of state.messages(channel)) {
      const marked = markedSchema.safeParse(message).data?.metadata.event_payload;
      if (marked === undefined) continue;
      const mark = markOf(marked.decision, marked.card);
      told.set(mark, [...(told.get(mark) ?? []), person]);
    }
  return told;
}

function markOf(decision: string, card: string): string {
  return `${decision} ${card}`;
}
