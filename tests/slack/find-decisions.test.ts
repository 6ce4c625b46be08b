// Which decisions a person finds: those of every channel they are in, however many, and of no other.
import { expect, test } from 'vitest';
import { createDecisionLists } from '../../src/redis/decision-lists.ts';
import { findDecisions } from '../../src/slack/lists/find-decisions.ts';
import { starting, useStore } from '../redis/store-house.ts';

const house = useStore();
const workspace = {
  key: 'T1',
  teamId: 'T1',
  enterpriseId: null,
  url: 'https://t.example/',
  botUserId: 'U9',
  botId: 'B9',
};

/** What Slack says of a person who is in these channels. */
function inChannels(channels: readonly string[]) {
  const memberships = { channelsOf: async () => new Set(channels), forget() {} };
  return { workspace, lists: createDecisionLists(house.connection), memberships };
}

test('a search looks into the last of a thousand channels', async () => {
  await house.process()(starting());
  const channels = Array.from({ length: 1_000 }, (_, index) => `C-quiet-${index}`);
  const looked = { kind: 'search', words: 'fulfil' } as const;
  const findings = await findDecisions(inChannels([...channels, 'C1']), 'U2', looked);
  expect(findings).toMatchObject({ found: [{ title: 'Order fulfilment' }], damaged: 0 });
});

test('a decision of a channel somebody is not in is not found, by whatever way', async () => {
  await house.process()(starting());
  const parts = inChannels(['C2']);
  for (const looked of [{ kind: 'search', words: 'order' }, { kind: 'mine' }, { kind: 'home' }] as const)
    expect(await findDecisions(parts, 'U1', looked)).toMatchObject({ found: [] });
  expect(await findDecisions(parts, 'U1', { kind: 'list', channel: 'C1' })).toBe('outside');
});
