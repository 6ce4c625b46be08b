// One write of one card on Redis: what a redraw asks is folded into three scripts, since its cost is mostly the asking.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CardWrites } from '../application/card-writes.ts';
import { READ_EVENTS } from './append-script.ts';
import { entriesOf, GIVE_BACK, NOTE_POSTED, replySchema, TAKE_REPLY } from './card-ledger.ts';
import type { RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { urgencyOfMark } from './marks.ts';
import { SETTLE } from './owed-effects.ts';
import { bucketArguments, TAKE_TOKENS } from './pace.ts';
import { createScript } from './script.ts';
import { readOf } from './stored-events.ts';

/** KEYS: 1 lease, 2 owed, 3 events, 4 snapshot, 5 cards, 6 words. ARGV: 1 token, 2 milliseconds, 3 effect, 4 since version. */
const BEGIN_SCRIPT = `${READ_EVENTS}
local mark = redis.call('HGET', KEYS[2], ARGV[3])
if not mark then return {'settled'} end
if not redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return {'held'} end
local version, since, snapshot, events = readEvents(KEYS[3], KEYS[4], tonumber(ARGV[4]))
return {'begun', mark, version, since, snapshot, events, redis.call('HGETALL', KEYS[5]), redis.call('HGETALL', KEYS[6])}
`;

/** KEYS: 1 bucket, 2 cards. ARGV: 1 now, 2 card, then what describes the bucket. */
const TAKE_EDIT_SCRIPT = `${TAKE_TOKENS}${TAKE_REPLY}
local now = tonumber(ARGV[1])
local wait = takeTokens(now, {KEYS[1]}, {ARGV[3], ARGV[4], ARGV[5]})
if wait > 0 then return {wait, {}} end
return {0, takeReply(KEYS[2], ARGV[2], now)}
`;

/** KEYS: 1 lease, 2 owed, 3 owing, 4 cards. ARGV: 1 token, 2 effect, 3 mark, 4 decision id, 5 card, 6 ts or '', 7 channel, 8 fingerprint. */
const END_SCRIPT = `${NOTE_POSTED}${SETTLE}${GIVE_BACK}
if ARGV[6] ~= '' then notePosted(KEYS[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8]) end
local settled = settle(KEYS[2], KEYS[3], ARGV[2], ARGV[3], ARGV[4])
giveBack(KEYS[1], ARGV[1])
return settled
`;

const hashSchema = z.array(z.string()).transform(toHash);
const begunSchema = z.union([
  z.tuple([z.enum(['settled', 'held'])]),
  z.tuple([
    z.literal('begun'),
    z.string(),
    z.int(),
    z.int(),
    z.string().nullable(),
    z.array(z.string()),
    hashSchema,
    hashSchema,
  ]),
]);
const takenSchema = z.tuple([z.number(), replySchema]);

/** The writes of cards on a Redis connection. */
export function createCardWrites(redis: RedisConnection): CardWrites {
  const runBegin = createScript(redis, BEGIN_SCRIPT);
  const runTakeEdit = createScript(redis, TAKE_EDIT_SCRIPT);
  const runEnd = createScript(redis, END_SCRIPT);
  return {
    async begin({ team, decisionId }, { card, effect, sinceVersion, leaseMs }) {
      const lease = randomUUID();
      const reply = await runBegin(
        [
          keys.lease(team, decisionId, card),
          keys.owed(team, decisionId),
          keys.events(team, decisionId),
          keys.snapshot(team, decisionId),
          keys.cards(team, decisionId),
          keys.words(team, decisionId),
        ],
        [lease, leaseMs, effect, sinceVersion],
      );
      const parsed = begunSchema.parse(reply);
      if (parsed[0] !== 'begun') return { state: parsed[0] };
      const [state, mark, version, since, snapshot, events, cards, words] = parsed;
      const read = readOf(decisionId, [version, since, snapshot, events]);
      return { state, lease, mark, urgency: urgencyOfMark(mark), read, entries: entriesOf(cards), words };
    },
    async takeEdit({ team, decisionId }, { card, allowance, now }) {
      const reply = await runTakeEdit(
        [keys.bucket(team, allowance.name), keys.cards(team, decisionId)],
        [now, card, ...bucketArguments(allowance)],
      );
      const [wait, replyUrl] = takenSchema.parse(reply);
      return wait === 0 ? { wait, reply: replyUrl } : { wait, reply: null };
    },
    async end({ team, decisionId }, { card, effect, lease, mark, shown }) {
      const settled = await runEnd(
        [
          keys.lease(team, decisionId, card),
          keys.owed(team, decisionId),
          keys.owing(team),
          keys.cards(team, decisionId),
        ],
        [lease, effect, mark, decisionId, card, shown?.ts ?? '', shown?.channel ?? '', shown?.shown ?? ''],
      );
      return settled === 1;
    },
  };
}

/** A hash as a script answers it: names and values in turn. */
function toHash(flat: readonly string[]): ReadonlyMap<string, string> {
  const hash = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) hash.set(flat[at] ?? '', flat[at + 1] ?? '');
  return hash;
}
