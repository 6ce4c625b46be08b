// The one Lua script that appends to a decision: everything design.md §5 wants atomic, in one round trip.

import { OWE } from './marks.ts';

/**
 * A click proves that its message stands, so it settles a posting marker that still waits for its `ts`.
 * A companion is another decision of the workspace that changes in the same write, or none of them does.
 *
 * KEYS: 1 events, 2 words, 3 owed, 4 owing, 5 summaries, 6 snapshot, 7 cards, 8 seen, 9 thread, 10 channel list, 11 owner list,
 * 12 due set, 13 list of the owner before, and of each companion four more: events, owed, channel list, owner list.
 * ARGV: 1 expected version, 2 decision id, 3 seconds a delivery is remembered, 4 time (ms), 5 summary, 6 snapshot or '',
 * 7 claim thread '1'|'', 8 clicked card or '', 9 clicked ts, 10 reply url or '', 11 reply url until (ms),
 * 12 clicked channel, 13 due at (ms) or '', then number of events, the events, owed in its turn '1'|'', number of owed, the owed, then the number of
 * companions and of each: id, expected version, summary, due at or '', number of events, the events, owed in its turn, number
 * of owed, the owed; then word refs and words in pairs.
 */
export const APPEND_SCRIPT = `${OWE}
local seen = redis.call('GET', KEYS[8])
if seen then return {'duplicate', tonumber(seen)} end
local version = redis.call('LLEN', KEYS[1])
local expected = tonumber(ARGV[1])
if version ~= expected then
  return {'conflict', version, redis.call('LRANGE', KEYS[1], expected, -1)}
end
local id = ARGV[2]
local card = ARGV[8]
local settles = false
if card ~= '' then
  local ts = redis.call('HGET', KEYS[7], card .. '|ts')
  if ts and ts ~= ARGV[9] then return {'stale-card', ts} end
  settles = not ts and redis.call('HEXISTS', KEYS[7], card .. '|nonce') == 1
end
if ARGV[7] == '1' then
  local taken = redis.call('GET', KEYS[9])
  if taken and taken ~= id then return {'thread-taken', taken} end
end
local function list(at)
  local items = {}
  local count = tonumber(ARGV[at])
  for i = at + 1, at + count do items[#items + 1] = ARGV[i] end
  return items, at + count + 1
end
local events, owed
local at = 14
events, at = list(at)
local inTurn = ARGV[at] == '1'
owed, at = list(at + 1)
local companions = {}
local count = tonumber(ARGV[at])
at = at + 1
for i = 1, count do
  local other = {at = at, key = 10 + 4 * i}
  other.events, at = list(at + 4)
  other.inTurn = ARGV[at] == '1'
  other.owed, at = list(at + 1)
  companions[i] = other
  if redis.call('LLEN', KEYS[other.key]) ~= tonumber(ARGV[other.at + 1]) then return {'companion-conflict'} end
end
local function write(decision, toEvents, newEvents, toOwed, newOwed, waitsItsTurn, summary, due, channelList, ownerList)
  for _, event in ipairs(newEvents) do redis.call('RPUSH', toEvents, event) end
  local now = redis.call('LLEN', toEvents)
  for _, effect in ipairs(newOwed) do owe(toOwed, effect, now, waitsItsTurn) end
  if #newOwed > 0 then redis.call('SADD', KEYS[4], decision) end
  redis.call('HSET', KEYS[5], decision, summary)
  redis.call('ZADD', channelList, ARGV[4], decision)
  redis.call('ZADD', ownerList, ARGV[4], decision)
  if due == '' then redis.call('ZREM', KEYS[12], decision) else redis.call('ZADD', KEYS[12], due, decision) end
  return now
end
if settles then
  redis.call('HSET', KEYS[7], card .. '|ts', ARGV[9], card .. '|channel', ARGV[12], card .. '|shown', '')
  redis.call('HDEL', KEYS[7], card .. '|nonce', card .. '|since')
end
if KEYS[13] ~= KEYS[11] then redis.call('ZREM', KEYS[13], id) end
version = write(id, KEYS[1], events, KEYS[3], owed, inTurn, ARGV[5], ARGV[13], KEYS[10], KEYS[11])
for _, other in ipairs(companions) do
  local key, from = other.key, other.at
  write(ARGV[from], KEYS[key], other.events, KEYS[key + 1], other.owed, other.inTurn, ARGV[from + 2], ARGV[from + 3], KEYS[key + 2], KEYS[key + 3])
end
for i = at, #ARGV, 2 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
if ARGV[6] ~= '' then redis.call('HSET', KEYS[6], 'version', version, 'decision', ARGV[6]) end
if ARGV[7] == '1' then redis.call('SET', KEYS[9], id) end
if card ~= '' and ARGV[10] ~= '' then
  redis.call('HSET', KEYS[7], card .. '|url', ARGV[10], card .. '|until', ARGV[11], card .. '|uses', 5)
end
redis.call('SET', KEYS[8], version, 'EX', ARGV[3])
return {'appended', version}
`;

/**
 * A Lua function: the version, where the events begin, a snapshot for what is older or false, and the events. From 0 a
 * snapshot stands for what is older; without one all events are read.
 */
export const READ_EVENTS = `
local function readEvents(events, snapshots, since)
  local version = redis.call('LLEN', events)
  local snapshot = false
  if since == 0 then
    local kept = redis.call('HMGET', snapshots, 'version', 'decision')
    if kept[1] and tonumber(kept[1]) <= version then
      since = tonumber(kept[1])
      snapshot = kept[2]
    end
  end
  return version, since, snapshot, redis.call('LRANGE', events, since, -1)
end
`;

/** KEYS: 1 events, 2 snapshot, 3 seen. ARGV: 1 the version already folded. */
export const READ_SCRIPT = `${READ_EVENTS}
local version, since, snapshot, events = readEvents(KEYS[1], KEYS[2], tonumber(ARGV[1]))
return {version, since, snapshot, events, redis.call('EXISTS', KEYS[3])}
`;
