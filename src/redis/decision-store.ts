// Keeps decisions in Redis: one list of events a decision, appended by one script.
import type {
  Append,
  Appended,
  Companion,
  DecisionAddress,
  DecisionStore,
  ReadDecision,
} from '../application/decision-store.ts';
import { urgencyOf } from '../domain/decision/urgency.ts';
import { APPEND_SCRIPT, READ_SCRIPT } from './append-script.ts';
import { ask, type RedisConnection } from './connection.ts';
import { SEEN_SECONDS } from './deliveries.ts';
import { keys } from './keys.ts';
import { appendReplySchema, readReplySchema } from './replies.ts';
import { createScript } from './script.ts';
import { parseEvent, readOf } from './stored-events.ts';

/** How long a `response_url` works (slack-platform.md §2.4), less a margin for the way there. */
const REPLY_URL_MS = 29 * 60 * 1000;

/** The decision store on a Redis connection. */
export function createDecisionStore(redis: RedisConnection): DecisionStore {
  const runAppend = createScript(redis, APPEND_SCRIPT);
  const runRead = createScript(redis, READ_SCRIPT);

  async function read(
    address: DecisionAddress,
    sinceVersion: number,
    deliveryKey: string | null,
  ): Promise<ReadDecision> {
    const { team, decisionId } = address;
    const reply = await runRead(
      [keys.events(team, decisionId), keys.snapshot(team, decisionId), keys.seen(team, deliveryKey ?? '')],
      [sinceVersion],
    );
    const [version, since, snapshot, events, seen] = readReplySchema.parse(reply);
    return { ...readOf(decisionId, [version, since, snapshot, events]), seen: seen === 1 && deliveryKey !== null };
  }

  async function append(write: Append): Promise<Appended> {
    const { team, decisionId, clicked, summary, companions } = write;
    const reply = await runAppend(
      [
        keys.events(team, decisionId),
        keys.words(team, decisionId),
        keys.owed(team, decisionId),
        keys.owing(team),
        keys.summaries(team),
        keys.snapshot(team, decisionId),
        keys.cards(team, decisionId),
        keys.seen(team, write.deliveryKey),
        keys.thread(team, write.claimThread ?? ''),
        keys.channelList(team, summary.channel),
        keys.ownerList(team, summary.owner),
        keys.due(team),
        keys.ownerList(team, write.ownerBefore ?? summary.owner),
        ...companions.flatMap((other) => [
          keys.events(team, other.decisionId),
          keys.owed(team, other.decisionId),
          keys.channelList(team, other.summary.channel),
          keys.ownerList(team, other.summary.owner),
        ]),
      ],
      [
        write.expectedVersion,
        decisionId,
        SEEN_SECONDS,
        write.at,
        JSON.stringify(summary),
        write.snapshot === null ? '' : JSON.stringify(write.snapshot),
        write.claimThread === null ? '' : '1',
        clicked?.card ?? '',
        clicked?.ts ?? '',
        clicked?.replyUrl ?? '',
        write.at + REPLY_URL_MS,
        clicked?.channel ?? '',
        summary.dueAt ?? '',
        ...changes(write),
        companions.length,
        ...companions.flatMap(companionArguments),
        ...Object.entries(write.words).flat(),
      ],
    );
    return appended(decisionId, reply);
  }

  return {
    read,
    append,
    async history({ team, decisionId }) {
      const events = await ask(redis, () => redis.lrange(keys.events(team, decisionId), 0, -1));
      return events.map((event) => parseEvent(decisionId, event));
    },
    async words({ team, decisionId }) {
      return new Map(Object.entries(await ask(redis, () => redis.hgetall(keys.words(team, decisionId)))));
    },
    async decisionInThread(team, thread) {
      return ask(redis, () => redis.get(keys.thread(team, thread)));
    },
  };
}

/** What a decision gains, as the script reads it: events, and effects with their urgency. */
function changes({ events, owed }: Pick<Append, 'events' | 'owed'>): readonly (string | number)[] {
  return [
    ...counted(events.map((event) => JSON.stringify(event))),
    urgencyOf(events) === 'in-turn' ? '1' : '',
    ...counted(owed),
  ];
}

/** A list as the script reads it: how many, then each. */
function counted(items: readonly string[]): readonly (string | number)[] {
  return [items.length, ...items];
}

function companionArguments({
  decisionId,
  expectedVersion,
  summary,
  events,
  owed,
}: Companion): readonly (string | number)[] {
  return [decisionId, expectedVersion, JSON.stringify(summary), summary.dueAt ?? '', ...changes({ events, owed })];
}

function appended(decisionId: string, reply: unknown): Appended {
  const parsed = appendReplySchema.parse(reply);
  switch (parsed[0]) {
    case 'appended':
    case 'duplicate':
      return { outcome: parsed[0], version: parsed[1] };
    case 'conflict':
      return {
        outcome: 'conflict',
        version: parsed[1],
        newer: parsed[2].map((event) => parseEvent(decisionId, event)),
      };
    case 'thread-taken':
      return { outcome: 'thread-taken', decisionId: parsed[1] };
    case 'stale-card':
      return { outcome: 'stale-card', currentTs: parsed[1] };
    case 'companion-conflict':
      return { outcome: 'companion-conflict' };
    default:
      return parsed satisfies never;
  }
}
