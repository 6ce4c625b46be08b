// Every way to start a decision, and every place where it cannot be started (design.md §2, Start).
import { describe, expect, test } from 'vitest';
import { uiStateSchema } from '../../playground/protocol.ts';
import { app, peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { room } from '../support/rooms.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat({ shared: true });
const { ines, noah, priya, tomas } = peopleIds;

const enter = (options?: Parameters<typeof room>[1]) => walkIn(() => house.playground, room(house.playground, options));

/** What one person was told alone in a channel, once it is there. */
const told = (user: string, channel: string) =>
  eventually('a private sentence', () =>
    house.playground.state.ephemerals(user).findLast((message) => message.channel === channel),
  );
const threadOf = (channel: string, ts: string) => house.playground.state.message(channel, ts)?.threadTs;

async function say(user: string, channel: string, text: string, threadTs?: string): Promise<string> {
  const said = await house.playground.act({
    kind: 'message',
    user,
    channel,
    text,
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  return said.ok ? (said.ts ?? '') : '';
}

describe('/decide with a title', () => {
  test('posts the root card in the channel and the first question card in its thread', async () => {
    const walk = enter();
    await walk.type(ines, '/decide Order fulfilment');
    const first = await walk.card('1 of 5');
    const [root] = walk.cards();
    expect(root?.text).toContain('Order fulfilment');
    expect(threadOf(walk.channel, root?.ts ?? '')).toBeUndefined();
    expect(threadOf(walk.channel, first.ts)).toBe(root?.ts);
    expect(walk.cards()).toHaveLength(2);
  });

  test('shows it as it was typed, signs and all', async () => {
    const walk = enter();
    await walk.type(ines, '/decide R&D <b> *payments* @here');
    const root = await walk.card('payments');
    expect(root.text).toContain('R&amp;D &lt;b&gt;');
    expect(root.text).not.toContain('<!here>');
  });

  test('twice starts two decisions: each has a thread of its own', async () => {
    const walk = enter();
    await walk.type(ines, '/decide Refunds');
    await walk.card('1 of 5');
    await walk.type(noah, '/decide Refunds');
    await eventually('both cards', () => walk.cards().filter(({ text }) => text.includes('1 of 5')).length === 2);
    const roots = new Set(walk.cards().map(({ ts }) => threadOf(walk.channel, ts) ?? ts));
    expect(roots.size).toBe(2);
  });

  test('called like a subcommand starts with `new`', async () => {
    const walk = enter();
    await walk.type(ines, '/decide new help');
    expect((await walk.card('help')).text).toContain('help');
    await walk.card('1 of 5');
  });
});

describe('/decide with something else', () => {
  test.each([
    { typed: 'help', says: 'starts a decision with that title here' },
    { typed: '42', says: 'has no letter in it' },
    { typed: 'new', says: 'A title has to follow' },
    { typed: 'status', says: 'No decision was started in this channel yet' },
  ])('“$typed” is answered privately and starts nothing', async ({ typed, says }) => {
    const walk = enter();
    await walk.type(priya, `/decide ${typed}`);
    expect((await told(priya, walk.channel)).text).toContain(says);
    expect(walk.cards()).toEqual([]);
  });

  test('“status” lists the decisions of this channel and no other', async () => {
    const [here, there] = [enter(), enter()];
    await here.type(ines, '/decide Order fulfilment');
    await here.card('1 of 5');
    await there.type(ines, '/decide Something else');
    await there.card('1 of 5');
    await here.click(noah, 'answer.1a.no');
    await here.type(noah, '/decide status');
    const { text } = await told(noah, here.channel);
    expect(text).toContain('1 decision in this channel');
    expect(text).toContain('|Order fulfilment>');
    expect(text).toContain('1 of 15 answered');
    expect(text).not.toContain('Something else');
  });
});

describe('/decide alone', () => {
  async function openStart(walk: ReturnType<typeof enter>) {
    await walk.type(ines, '/decide');
    return openForm(house.playground, ines, 'start-decision');
  }

  test('asks for the details, with the one who asked as owner', async () => {
    const walk = enter();
    const form = await openStart(walk);
    expect(form.initial).toMatchObject({ title: '', framing: '', owner: ines, invited: '' });
    expect(walk.cards()).toEqual([]);
    const problems = await form.send({
      title: 'Order fulfilment',
      framing: 'The shop takes the order.\nPayment follows.',
      owner: noah,
      invited: [priya, noah],
    });
    expect(problems).toEqual({});
    await walk.card('1 of 5');
    const root = JSON.stringify(walk.cards()[0]?.blocks);
    expect(root).toContain(`<@${noah}>`);
    expect(root).toContain(`<@${priya}>`);
    expect(root).toContain('The shop takes the order.');
  });

  test('takes nobody as owner who could not see the decision', async () => {
    const walk = enter();
    const form = await openStart(walk);
    expect(await form.send({ title: 'Payroll', owner: tomas })).toEqual({
      owner: expect.stringContaining('They are not in this channel'),
    });
    expect(walk.cards()).toEqual([]);
  });

  test('says beside the title what is wrong with it, and goes on from there', async () => {
    const walk = enter();
    const form = await openStart(walk);
    expect(await form.send({ title: '42' })).toEqual({ title: expect.stringContaining('has no letter in it') });
    expect(walk.cards()).toEqual([]);
    expect(await form.send({ title: 'Route 42' })).toEqual({});
    await walk.card('Route 42');
  });

  test('wants a title at all', async () => {
    const form = await openStart(enter());
    expect(Object.keys(await form.send())).toEqual(['title']);
  });
});

describe('in a thread', () => {
  test('a mention starts the decision there, and the root card is a reply', async () => {
    const walk = enter();
    const thread = await say(noah, walk.channel, 'Shall we orchestrate refunds?');
    await say(ines, walk.channel, '@Downbeat decide Refund flow', thread);
    await walk.card('Refund flow');
    await walk.card('1 of 5');
    expect(walk.cards().map(({ ts }) => threadOf(walk.channel, ts))).toEqual([thread, thread]);
  });

  test('a second try is told where the first one is, and starts nothing', async () => {
    const walk = enter();
    const thread = await say(noah, walk.channel, 'Shall we orchestrate refunds?');
    await say(ines, walk.channel, '@Downbeat decide Refund flow', thread);
    await walk.card('1 of 5');
    const [root] = walk.cards();
    await say(noah, walk.channel, '@Downbeat decide Another one', thread);
    const sentence = await told(noah, walk.channel);
    expect(sentence.text).toContain('This thread already has');
    expect(sentence.text).toContain(`/p${root?.ts.replace('.', '')}`);
    expect(sentence.threadTs).toBe(thread);
    expect(walk.cards()).toHaveLength(2);
  });

  test('a thread that the command opened holds one decision as well', async () => {
    const walk = enter();
    await walk.type(ines, '/decide Order fulfilment');
    await walk.card('1 of 5');
    const [root] = walk.cards();
    await say(noah, walk.channel, '@Downbeat decide Another one', root?.ts);
    expect((await told(noah, walk.channel)).text).toContain('This thread already has');
    expect(walk.cards()).toHaveLength(2);
  });

  test('“decide” without a title gets help, not a decision', async () => {
    const walk = enter();
    const thread = await say(noah, walk.channel, 'Hm');
    await say(noah, walk.channel, '@Downbeat decide', thread);
    expect((await told(noah, walk.channel)).text).toContain('title');
    await say(ines, walk.channel, '@Downbeat help', thread);
    expect((await told(ines, walk.channel)).text).toContain('/decide Order fulfilment');
    expect(walk.cards()).toEqual([]);
  });
});

describe('“Decide this” on a message', () => {
  test.each([
    { name: 'outside a thread', inThread: false },
    { name: 'that is a reply', inThread: true },
  ])('$name takes it as framing and lives in its thread', async ({ inThread }) => {
    const walk = enter();
    const opening = await say(noah, walk.channel, 'Hello');
    const message = 'Refunds get stuck again. The saga has no owner.\nWhat now?';
    const ts = await say(noah, walk.channel, message, inThread ? opening : undefined);
    await house.playground.act({ kind: 'shortcut', user: ines, callbackId: 'decide-this', channel: walk.channel, ts });
    const form = await openForm(house.playground, ines, 'start-decision');
    expect(form.initial).toMatchObject({ title: 'Refunds get stuck again.', framing: message, owner: ines });
    expect(await form.send({ title: 'Refunds' })).toEqual({});
    await walk.card('1 of 5');
    const thread = inThread ? opening : ts;
    expect(walk.cards().map((card) => threadOf(walk.channel, card.ts))).toEqual([thread, thread]);
    expect(JSON.stringify(walk.cards()[0]?.blocks)).toContain('The saga has no owner.');
  });

  test('in a thread that has a decision says so in the modal', async () => {
    const walk = enter();
    await walk.type(ines, '/decide Order fulfilment');
    await walk.card('1 of 5');
    const [root] = walk.cards();
    const ts = await say(noah, walk.channel, 'What about refunds?', root?.ts);
    await house.playground.act({ kind: 'shortcut', user: noah, callbackId: 'decide-this', channel: walk.channel, ts });
    const form = await openForm(house.playground, noah, 'start-decision');
    expect(await form.send()).toEqual({ title: expect.stringContaining('This thread already has') });
    expect(walk.cards()).toHaveLength(2);
  });
});

describe('elsewhere', () => {
  async function directs(user: string) {
    const response = await fetch(`${house.playground.url}/ui/state?user=${user}`);
    return uiStateSchema.parse(await response.json()).channels.filter(({ kind }) => kind === 'im');
  }

  test("the app's own DM holds a decision like a channel", async () => {
    const own = (await directs(ines)).find(({ memberIds }) => memberIds.includes(app.botUserId));
    const walk = walkIn(() => house.playground, own?.id ?? '');
    await walk.type(ines, '/decide Something of my own');
    await walk.card('1 of 5');
    await walk.click(ines, 'answer.1a.no');
    await eventually('the click', () => walk.cards().some(({ text }) => text.includes('chosen by')));
  });

  test("other people's DM takes no card: one private sentence says what to do", async () => {
    const theirs = (await directs(ines)).find(({ appIsMember }) => !appIsMember);
    const walk = walkIn(() => house.playground, theirs?.id ?? '');
    await walk.type(ines, '/decide Refunds');
    const { text } = await told(ines, walk.channel);
    expect(text).toContain('cannot see this conversation');
    expect(text).toContain('use a channel');
    expect(walk.cards()).toEqual([]);
  });

  test('a private channel without Downbeat says how to bring it in, and then works', async () => {
    const walk = enter({ kind: 'private', without: true });
    await walk.type(ines, '/decide Refunds');
    expect((await told(ines, walk.channel)).text).toContain('/invite @Downbeat');
    expect(walk.cards()).toEqual([]);
    await house.playground.act({ kind: 'invite', user: ines, channel: walk.channel, invitee: app.botUserId });
    await walk.type(ines, '/decide Refunds');
    await walk.card('1 of 5');
    await walk.type(noah, '/decide status');
    expect((await told(noah, walk.channel)).text).toContain('1 decision in this channel');
  });

  test('the form in a place without Downbeat says so once it is sent', async () => {
    const walk = enter({ without: true });
    await walk.type(noah, '/decide');
    const form = await openForm(house.playground, noah, 'start-decision');
    expect(await form.send({ title: 'Refunds' })).toEqual({});
    expect((await told(noah, walk.channel)).text).toContain('/invite @Downbeat');
  });
});
