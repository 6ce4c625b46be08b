// Who belongs here: people of other organisations see a shared channel and can click its cards.
import { expect, it, test } from 'vitest';
import { isMember, type Workspace } from '../../src/slack/workspace.ts';

const shop: Workspace = {
  key: 'T1',
  teamId: 'T1',
  enterpriseId: null,
  url: 'https://shop.slack.example/',
  botUserId: 'U9',
  botId: 'B9',
};
const division: Workspace = { ...shop, enterpriseId: 'E1' };

it.each([
  { name: 'their own workspace', workspace: shop, team: 'T1', member: true },
  { name: 'another workspace', workspace: shop, team: 'T2', member: false },
  { name: 'no workspace that Slack names', workspace: shop, team: null, member: false },
  { name: 'nothing at all', workspace: shop, team: undefined, member: false },
  { name: 'the organisation this workspace belongs to', workspace: division, team: 'E1', member: true },
  { name: 'another organisation', workspace: division, team: 'E2', member: false },
  { name: 'an organisation, where there is none', workspace: shop, team: 'E1', member: false },
])('somebody of $name is a member: $member', ({ workspace, team, member }) => {
  expect(isMember(workspace, team)).toBe(member);
});

test('no organisation here and none there is not the same organisation', () => {
  expect(isMember(shop, null)).toBe(false);
});
