// Keeps the ledger of cards' messages in Redis: one hash a decision, fields `card|what`.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CardEntry, CardLedger } from '../application/card-ledger.ts';
import type { DecisionAddress } from '../application/decision-store.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';

/** KEYS: 1 cards. ARGV: 1 card, 2 nonce, 3 since. Where the card has no message: writes the marker, keeping an older nonce. */
const BEGIN_SCRIPT = `
local c = ARGV[1]
if redis.call('HEXISTS', KEYS[1], c .. '|ts') == 0 then
  redis.call('HSETNX', KEYS[1], c .. '|nonce', ARGV[2])
  redis.call('HSET', KEYS[1], c .. '|since', ARGV[3])
end
return redis.call('HMGET', KEYS[1], c .. '|ts', c .. '|channel', c .. '|shown', c .. '|nonce', c .. '|since')
`;

/** A Lua function: the message stands, so its marker goes. */
export const NOTE_POSTED = `
local function notePosted(cards, card, ts, channel, shown)
  redis.call('HSET', cards, card .. '|ts', ts, card .. '|channel', channel, card .. '|shown', shown)
  redis.call('HDEL', cards, card .. '|nonce', card .. '|since')
end
`;

/** KEYS: 1 cards. ARGV: 1 card, 2 ts, 3 channel, 4 fingerprint. */
const POSTED_SCRIPT = `${NOTE_POSTED}
notePosted(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4])
return 1
`;

/** A Lua function: takes one use of a card's reply address; empty without one that still works. */
export const TAKE_REPLY = `
local function takeReply(cards, card, now)
  local kept = redis.call('HMGET', cards, card .. '|url', card .. '|until', card .. '|uses')
  if not kept[1] or tonumber(kept[2]) <= now or tonumber(kept[3]) < 1 then return {} end
  redis.call('HINCRBY', cards, card .. '|uses', -1)
  return {kept[1], tonumber(kept[2]), tonumber(kept[3]) - 1}
end
`;

/** KEYS: 1 cards. ARGV: 1 card, 2 now. */
const REPLY_SCRIPT = `${TAKE_REPLY}
return takeReply(KEYS[1], ARGV[1], tonumber(ARGV[2]))
`;

/** A Lua function: gives a lease back, only to whom it belongs. */
export const GIVE_BACK = `
local function giveBack(lease, token)
  if redis.call('GET', lease) == token then return redis.call('DEL', lease) end
  return 0
end
`;

/** KEYS: 1 lease. ARGV: 1 token. */
const RELEASE_SCRIPT = `${GIVE_BACK}
return giveBack(KEYS[1], ARGV[1])
`;

/** KEYS: 1 lease. ARGV: 1 token, 2 milliseconds. */
const RENEW_SCRIPT = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0
`;

const field = z.string().nullable();
const entrySchema = z.tuple([field, field, field, field, field]);
/** What {@link TAKE_REPLY} answers. */
export const replySchema = z
  .union([z.tuple([]), z.tuple([z.string(), z.number(), z.number()])])
  .transform(([url, until, usesLeft]) =>
    url === undefined || until === undefined || usesLeft === undefined ? null : { url, until, usesLeft },
  );

/** The card ledger on a Redis connection. */
export function createCardLedger(redis: RedisConnection): CardLedger {
  const runBegin = createScript(redis, BEGIN_SCRIPT);
  const runPosted = createScript(redis, POSTED_SCRIPT);
  const runReply = createScript(redis, REPLY_SCRIPT);
  const runRenew = createScript(redis, RENEW_SCRIPT);
  const runRelease = createScript(redis, RELEASE_SCRIPT);
  const cardsKey = ({ team, decisionId }: DecisionAddress): string => keys.cards(team, decisionId);

  return {
    async entry(address, card) {
      const fields = entryFields(card);
      return toEntry(entrySchema.parse(await ask(redis, () => redis.hmget(cardsKey(address), ...fields))));
    },
    async entries(address) {
      return entriesOf(new Map(Object.entries(await ask(redis, () => redis.hgetall(cardsKey(address))))));
    },
    async beginPosting(address, card, { nonce, since }) {
      const entry = toEntry(entrySchema.parse(await runBegin([cardsKey(address)], [card, nonce, since])));
      return entry ?? { state: 'posting', nonce, since };
    },
    async posted(address, card, { channel, ts, shown }) {
      await runPosted([cardsKey(address)], [card, ts, channel, shown ?? '']);
    },
    async forget(address, card) {
      await ask(redis, () => redis.hdel(cardsKey(address), ...entryFields(card), ...replyFields(card)));
    },
    async takeReplyUrl(address, card, now) {
      return replySchema.parse(await runReply([cardsKey(address)], [card, now]));
    },
    async dropReplyUrl(address, card) {
      await ask(redis, () => redis.hdel(cardsKey(address), ...replyFields(card)));
    },
    async note(address, what) {
      await ask(redis, () => redis.hset(cardsKey(address), `start|${what}`, 1));
    },
    async isNoted(address, what) {
      return (await ask(redis, () => redis.hexists(cardsKey(address), `start|${what}`))) === 1;
    },
    async lease({ team, decisionId }, card, milliseconds) {
      const token = randomUUID();
      const key = keys.lease(team, decisionId, card);
      const taken = await ask(redis, () => redis.set(key, token, 'PX', milliseconds, 'NX'));
      return taken === 'OK' ? token : null;
    },
    async renew({ team, decisionId }, card, lease, milliseconds) {
      await runRenew([keys.lease(team, decisionId, card)], [lease, milliseconds]);
    },
    async release({ team, decisionId }, card, lease) {
      await runRelease([keys.lease(team, decisionId, card)], [lease]);
    },
  };
}

/** The entries of all cards in a ledger's hash. */
export function entriesOf(hash: ReadonlyMap<string, string>): ReadonlyMap<string, CardEntry> {
  const entries = new Map<string, CardEntry>();
  for (const name of hash.keys()) {
    const [card = '', what] = name.split('|');
    if (what !== 'ts' && what !== 'nonce') continue;
    const [ts, channel, shown, nonce, since] = entryFields(card).map((field) => hash.get(field) ?? null);
    const entry = toEntry([ts ?? null, channel ?? null, shown ?? null, nonce ?? null, since ?? null]);
    if (entry !== null) entries.set(card, entry);
  }
  return entries;
}

function entryFields(card: string): [string, ...string[]] {
  return [`${card}|ts`, `${card}|channel`, `${card}|shown`, `${card}|nonce`, `${card}|since`];
}

function replyFields(card: string): [string, ...string[]] {
  return [`${card}|url`, `${card}|until`, `${card}|uses`];
}

function toEntry([ts, channel, shown, nonce, since]: z.infer<typeof entrySchema>): CardEntry | null {
  if (ts !== null && channel !== null) return { state: 'posted', channel, ts, shown: shown === '' ? null : shown };
  if (nonce !== null) return { state: 'posting', nonce, since: Number(since) };
  return null;
}
