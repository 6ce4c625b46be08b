// Why we ask: the curated reason at once, on request an explanation for the answers so far, shared once.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleIds, team } from '../../playground/server/default-workspace.ts';
import { whyEffect } from '../../src/application/converse/explain-to-asker.ts';
import { openCommandConnection } from '../../src/redis/connection.ts';
import { createOwedEffects } from '../../src/redis/owed-effects.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { type Walk, walkIn } from '../support/walk.ts';
import { conversationIn, wordsOf } from './conversation.ts';
import { useModelServer } from './model-server.ts';

const model = useModelServer();
const house = useDownbeat({ shared: true, model: model.settings });
const talk = conversationIn(
  () => house.playground,
  () => walk.channel,
);
const { ines, noah } = peopleIds;
const reason = {
  text: 'Compensation is not a rollback: it is a new business action that makes up for an earlier one.',
  citations: [
    {
      passage: 'p3-compensation-is-not-rollback',
      quote: 'compensation is a new business action that makes up for an earlier one',
    },
  ],
};

let record: Record;
let walk: Walk;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
  walk = walkIn(() => house.playground, room(house.playground));
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await settled(record);
});
afterEach(() => record.close());

const modal = (user: string) => JSON.stringify(house.playground.state.modals(user).at(-1)?.view.blocks);
async function press(user: string, actionId: string) {
  const view = house.playground.state.modals(user).at(-1);
  const blocks = JSON.parse(modal(user));
  for (const block of blocks)
    for (const element of block.elements ?? [])
      if (element.action_id === actionId) {
        const value = { type: 'button', value: element.value } as const;
        const source = { type: 'view', viewId: view?.id ?? '' } as const;
        return house.playground.act({ kind: 'block_action', user, source, blockId: block.block_id, actionId, value });
      }
  throw new Error(`no button ${actionId}`);
}

test('the reason is there at once, an explanation on request and only for the one who asked', async () => {
  await walk.click(ines, 'why.1a');
  await eventually('a modal', () => modal(ines)?.includes('Explain for our answers'));
  const before = house.playground.state.messages(walk.channel).length;
  await press(ines, 'explain.1a');
  await eventually('an explanation', () => modal(ines)?.includes('Share in the thread'));
  expect(modal(ines)).toContain('How to answer');
  expect(modal(ines)).toMatch(/word for word|A model wrote this|not in my sources/u);
  expect(house.playground.state.modals(noah)).toEqual([]);
  expect(house.playground.state.messages(walk.channel)).toHaveLength(before);
});

test('whoever waits for an explanation gets it, though the process that was to find it died', async () => {
  await walk.click(ines, 'why.1a');
  await eventually('a modal', () => modal(ines)?.includes('Explain for our answers'));
  await house.stopApp();
  const redis = openCommandConnection(house.redis.url);
  await redis.connect();
  const decisionId = /"decision\\*":\\*"([^"\\]+)/u.exec(modal(ines))?.[1] ?? '';
  const view = house.playground.state.modals(ines).at(-1)?.id ?? '';
  await createOwedEffects(redis).owe({ team: team.id, decisionId }, whyEffect({ question: '1a', person: ines, view }));
  redis.disconnect();
  await house.restartApp();
  await eventually('an explanation', () => modal(ines)?.includes('Share in the thread'));
  await settled(record);
});

test('it is asked for with the answers so far, checked, and shared once however often that is clicked', async () => {
  await walk.click(ines, 'answer.1a.sync_part');
  model.answersWith((prompt) => {
    const [, passage = ''] = /"id": "([\w-]+)"/u.exec(prompt) ?? [];
    const [, text = ''] = /"text": "([^"]{30,})/u.exec(prompt) ?? [];
    const sentence = text.split('. ')[0] ?? '';
    const lie = { text: 'Choose choreography at once.', citations: [{ passage, quote: sentence }] };
    return JSON.stringify({
      claims: [lie, { text: `${sentence}.`, citations: [{ passage, quote: sentence }] }, reason],
    });
  });
  await walk.click(ines, 'why.1a');
  await eventually('a modal', () => modal(ines)?.includes('Explain for our answers'));
  await press(ines, 'explain.1a');
  await eventually('an explanation', () => modal(ines)?.includes('Share in the thread'));
  expect(modal(ines)).toContain('A model wrote this');
  expect(modal(ines)).not.toContain('Choose choreography');
  expect(JSON.stringify(model.mock.getRequests().map(({ body }) => body))).toContain('Do not suggest which');
  await Promise.all([press(ines, 'share-why.1a'), press(ines, 'share-why.1a')]);
  await eventually('it to be shared', () => modal(ines)?.includes('Shared in the thread'));
  await settled(record);
  const root = await walk.root();
  const [shared, ...others] = talk.replies(root.ts);
  expect(others).toEqual([]);
  expect(wordsOf(shared)).toContain('Why we ask 1a');
  expect(wordsOf(shared)).toContain(`shared by <@${ines}>`);
  expect(wordsOf(shared)).toContain('A model wrote this');
  expect(wordsOf(shared)).toContain('feedback_buttons');
});
