// Steps become drawings in the thread, with the real app: entered three ways, drawn once, tried, counted, confirmed.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { type Drawn, drawnIn } from '../support/drawn.ts';
import { openForm } from '../support/form.ts';
import { split } from '../support/order-fulfilment.ts';
import { openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat();
const walk = walkIn(() => house.playground);
const { ines, noah } = peopleIds;
const { architecture } = channelIds;

const steps = `Orders: accept order / undo: cancel order
Stock: reserve goods / undo: release goods
Payments: authorise card / undo: release authorisation / if refused -> undo
Shipping: ship parcel / waits for 2 and 3
Mail: send confirmation / optional`;

let record: Record;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
});
afterEach(() => record.close());

/** The root card is Downbeat's first message. */
const rootTs = () => walk.cards()[0]?.ts ?? '';

/** The messages with files in the decision's thread, oldest first. */
const drawn = () => drawnIn(house.playground, { channel: architecture, ts: rootTs() });

async function shown(count: number): Promise<readonly Drawn[]> {
  let seen: readonly Drawn[] = [];
  await walk.until(`${count} messages with files`, async () => {
    seen = await drawn();
    return seen.length >= count;
  });
  await settled(record);
  return drawn();
}

async function decisionWithSteps(text = steps): Promise<string> {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await walk.click(ines, 'steps');
  expect(await (await openForm(house.playground, ines, 'steps')).send({ steps: text })).toEqual({});
  await walk.card('Counted on the steps');
  await settled(record);
  return (await record.decisionIds())[0] ?? '';
}

test('steps entered in a form are drawn in both styles, tried, counted, and a counted answer is confirmed', async () => {
  const id = await decisionWithSteps();
  await walk.click(noah, 'draw.light');
  const [orchestrated, choreographed, ...more] = await shown(2);
  expect(more).toEqual([]);
  expect(orchestrated?.text).toContain('Orchestrated');
  expect(choreographed?.text).toContain('Choreographed');
  for (const message of [orchestrated, choreographed]) {
    expect(message?.files.map(({ name }) => name.endsWith('.png'))).toEqual([true]);
    expect(message?.files[0]?.alt).toContain('authorise card');
  }

  await walk.click(noah, 'what-if');
  const form = await openForm(house.playground, noah, 'what-if');
  expect(await form.send({ 'change-who': 'Billing', 'change-what': 'check the limit' })).toEqual({});
  const tried = (await shown(3)).at(-1);
  expect(tried?.text).toContain('Billing: check the limit, after “authorise card”');
  expect(tried?.text).toMatch(/Orchestrated: 2 deployed services.*Choreographed: \d deployed/s);
  expect(tried?.files).toHaveLength(2);

  await walk.click(ines, 'skip.1');
  await walk.click(ines, 'skip.2');
  await walk.card('3 of 5');
  await settled(record);
  const card = await walk.card('Counted on the steps');
  expect((await record.decision(id)).questions['3a']?.standing ?? null).toBeNull();
  await walk.clickOn(noah, card.ts, 'answer.3a.several');
  await settled(record);
  expect((await record.decision(id)).questions['3a']?.standing).toMatchObject({ option: 'several', person: noah });
  expect((await walk.card('Counted on the steps')).text).toContain('is the recorded answer');
  expect((await record.events(id)).filter(({ type }) => type === 'WorkflowSet')).toHaveLength(1);
}, 120_000);

test('every kind of file comes into the thread, once however often it is asked for and delivered', async () => {
  house.playground.faults.repeatDeliveries({ copies: 3 });
  await decisionWithSteps();
  for (const kind of ['svg', 'mermaid', 'words', 'bpmn', 'dark']) {
    await walk.click(ines, `draw.${kind}`);
    await walk.click(noah, `draw.${kind}`);
  }
  const messages = await shown(6);
  expect(messages).toHaveLength(6);
  const names = messages.flatMap(({ files }) => files.map(({ name }) => name));
  for (const ending of ['svg', 'mmd', 'md', 'bpmn', 'png'])
    expect(names.filter((name) => name.endsWith(`.${ending}`))).toHaveLength(2);
  const all = messages.flatMap(({ files }) => files);
  const contentOf = (ending: string) => all.find(({ name }) => name.endsWith(ending))?.text();
  expect(await contentOf('.mmd')).toMatch(/^sequenceDiagram/);
  expect(await contentOf('.bpmn')).toContain('http://www.omg.org/spec/BPMN/20100524/MODEL');
  expect(await contentOf('.md')).toContain('When something goes wrong');
  await walk.click(ines, 'draw.svg');
  await eventually('a word that it is there', () =>
    house.playground.state.ephemerals(ines).some(({ text }) => text.includes('drawn already')),
  );
}, 120_000);

test('a drawing whose answer was lost is found again, not shown twice', async () => {
  house.playground.faults.add({ method: 'files.completeUploadExternal', kind: 'reset_after_effect' });
  await decisionWithSteps();
  await walk.click(ines, 'draw.mermaid');
  expect(await shown(1)).toHaveLength(1);
}, 120_000);

test('where Slack takes no files from Downbeat the thread says so, once', async () => {
  house.playground.faults.revokeScopes('files:write');
  await decisionWithSteps();
  await walk.click(ines, 'draw.bpmn');
  await walk.card('takes no files');
  await settled(record);
  await walk.click(ines, 'draw.bpmn');
  await settled(record);
  expect(walk.cards().filter(({ text }) => text.includes('takes no files'))).toHaveLength(1);
}, 120_000);

test('an upload that fails is made good', async () => {
  house.playground.faults.add({ method: 'upload', kind: 'http', status: 500 });
  house.playground.faults.add({ method: 'files.getUploadURLExternal', kind: 'rate_limited', seconds: 1 });
  await decisionWithSteps();
  await walk.click(ines, 'draw.words');
  expect(await shown(1)).toHaveLength(1);
}, 120_000);

test('steps come with the start form, misread lines are named, edits are events and drawn anew', async () => {
  await walk.type(ines, '/decide');
  const form = await openForm(house.playground, ines, 'start-decision');
  const misread = await form.send({ title: 'Order fulfilment', steps: 'Orders: accept\nnonsense' });
  expect(misread['steps']).toMatch(/Line 2/);
  expect(await form.send({ title: 'Order fulfilment', steps })).toEqual({});
  await walk.card('Counted on the steps');
  await settled(record);
  const [id = ''] = await record.decisionIds();
  await walk.click(ines, 'draw.light');
  await shown(2);
  await walk.click(noah, 'steps');
  const edit = await openForm(house.playground, noah, 'steps');
  expect(edit.initial['steps']).toContain('Payments: authorise card');
  const edited = `${steps}\nReports: count the sale / optional`;
  expect(await edit.send({ steps: edited })).toEqual({});
  await walk.card('6 steps in 6 services');
  await walk.click(ines, 'draw.light');
  expect(await shown(4)).toHaveLength(4);
  expect((await record.decision(id)).workflow).toMatchObject({ edition: 2, person: noah });
}, 120_000);

test('the export carries the drawings', async () => {
  await decisionWithSteps();
  for (const pillar of [1, 2, 3, 4, 5]) await walk.click(ines, `skip.${pillar}`);
  await walk.click(ines, 'export');
  const [shared] = await shown(1);
  const endings = shared?.files.map(({ name }) => name.split('.').at(-1)).toSorted();
  expect(endings).toEqual(['json', 'md', 'mmd', 'mmd', 'svg', 'svg']);
  const json = await shared?.files.find(({ name }) => name.endsWith('.json'))?.text();
  expect(json).toContain('Payments: authorise card');
}, 120_000);

test('steps come from a mention in the thread; elsewhere and misread they are refused with a reason', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  const say = (text: string, threadTs?: string) =>
    house.playground.act({
      kind: 'message',
      user: noah,
      channel: architecture,
      text,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
  const told = (words: string) =>
    eventually(words, () => house.playground.state.ephemerals(noah).some(({ text }) => text.includes(words)));
  await say(`@Downbeat steps\n${steps}`);
  await told('not the thread of one');
  await say('@Downbeat steps\nOrders: accept\n*nonsense* <here>', rootTs());
  await told('Line 2');
  await say('@Downbeat steps', rootTs());
  await told('below the word');
  await say(`@Downbeat steps\n${steps}`, rootTs());
  await walk.card('Counted on the steps');
  await settled(record);
  const [id = ''] = await record.decisionIds();
  expect((await record.decision(id)).workflow).toMatchObject({ edition: 1, person: noah });
});

test('a split asks which steps belong to the part, and is drawn a third way', async () => {
  const id = await decisionWithSteps();
  await walk.answer(ines, split);
  await (await openForm(house.playground, ines, 'name-part')).send({ part: 'payment' });
  await walk.card('Why');
  await settled(record);
  await walk.click(ines, 'draw.light');
  const form = await openForm(house.playground, ines, 'part-steps');
  expect(form.initial['part-steps']).toEqual(['s3']);
  expect(await form.send({ 'part-steps': ['s2', 's3'] })).toEqual({});
  const [, , third] = await shown(3);
  expect(third?.text).toContain('Split');
  expect(third?.files[0]?.alt).toContain('payment');
  expect((await record.decision(id)).workflow?.part).toEqual(['s2', 's3']);
}, 120_000);

test('hostile names go the whole way and come out as words', async () => {
  await decisionWithSteps(`<script>alert(1)</script>: "<!channel> & ]]> %%{init}%%" / undo: "end; *x* _y_"
"A <@U0BEN>": "${'10,000 '.repeat(200)}\u202e" / if "<b>" -> undo
end: "participant Note over A,B: x" / person`);
  for (const kind of ['light', 'svg', 'mermaid', 'words', 'bpmn']) await walk.click(ines, `draw.${kind}`);
  await walk.click(ines, 'what-if');
  const form = await openForm(house.playground, ines, 'what-if');
  expect(await form.send({ 'change-who': '\u200b\u202e', 'change-what': 'x' })).not.toEqual({});
  expect(await form.send({ 'change-who': '<!here>', 'change-what': '*x*'.repeat(40) })).toEqual({});
  const messages = await shown(7);
  expect(messages).toHaveLength(7);
  for (const { text, files } of messages) {
    expect(text).not.toMatch(/<[!@]/);
    for (const { name, text: read } of files)
      if (name.endsWith('.svg') || name.endsWith('.bpmn')) expect(await read()).not.toMatch(/<script|<b>/);
  }
}, 120_000);
