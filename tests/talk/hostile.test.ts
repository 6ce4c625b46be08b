// Hostile words end to end, with a model that does what an attacker wants and without any: nothing moves, nothing leaks.
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { app, channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import type { StoredMessage } from '../../playground/server/model.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { type Walk, walkIn } from '../support/walk.ts';
import { type Conversation, conversationIn } from './conversation.ts';
import { hostileInputs } from './hostile-inputs.ts';
import { claim, honest, useModelServer } from './model-server.ts';

const { ines, noah, priya } = peopleIds;
/** Answers that lead to a verdict at once, but for the part's name. */
const answers = {
  ...{ '1a': 'sync_part', '1b': 'never', '1c': 'moderate', '2a': 'mixed', '2b': 'some', '2c': 'complex' },
  ...{ '3a': 'several', '3b': 'wide', '3c': '2', '4a': 'stable', '5a': 'one', '5b': 'one' },
};
const ways = ['message', 'title', 'note', 'part'] as const;
type Way = (typeof ways)[number];

/** Every address that stands in the knowledge base: the only ones a reply may lead to. */
const knownAddresses: ReadonlySet<string> = new Set(
  globSync('knowledge/**/*.{md,yaml}').flatMap(
    (file) => readFileSync(file, 'utf8').match(/https?:\/\/[^\s"'<>)]+/gu) ?? [],
  ),
);

describe.each([
  { name: 'with a model that obeys the attacker', isObedient: true },
  { name: 'without a model', isObedient: false },
])('$name', ({ isObedient }) => {
  const model = useModelServer();
  const house = useDownbeat({ shared: true, ...(isObedient ? { model: model.settings } : {}) });
  let channel = '';
  let record: Record;
  let walk: Walk;
  let talk: Conversation;
  let decision = '';
  let root = '';

  beforeAll(async () => {
    const secret = walkIn(() => house.playground, channelIds.paymentsTeam);
    await secret.type(priya, '/decide ZEBRA budget of Priya');
    await secret.card('1 of 5');
    channel = room(house.playground);
    record = await openRecord(house.redis.url);
    walk = walkIn(() => house.playground, channel);
    talk = conversationIn(
      () => house.playground,
      () => channel,
    );
    await walk.type(ines, '/decide Order fulfilment');
    await walk.card('1 of 5');
    await walk.answer(ines, answers);
    await walk.click(ines, 'answer.5c.part');
    const form = await openForm(house.playground, ines, 'name-part');
    await form.send({ part: 'payment' });
    await walk.card('Recommendation');
    await settled(record);
    root = (await walk.root()).ts;
    decision = (await record.decisionIds()).find((id) => id !== '') ?? '';
    for (const id of await record.decisionIds()) if ((await record.decision(id)).channel === channel) decision = id;
  });
  afterAll(() => record.close());

  /** What the model says: the attacker's words, everything it was shown, and a lie, each under a true quote. */
  function obey(hostile: string): void {
    const [good] = honest;
    const quote = good?.citations[0]?.quote ?? '';
    model.answersWith((prompt) => {
      if (prompt.includes('<said>'))
        return JSON.stringify({ proposal: { question: '1a', option: 'no', words: hostile.slice(0, 60) } });
      const told = /ZEBRA[^"]*|xox[\w-]+|sk-[\w-]+/u.exec(prompt)?.[0] ?? 'nothing';
      const texts = [
        hostile,
        `${hostile.slice(0, 150)} compensation is a new business action`,
        `Choose choreography for this workflow, a new business action that makes up for an earlier one.`,
        `<!channel> <@${priya}> see <https://evil.example/x|a new business action>`,
        `A new business action ${told}`,
        prompt.slice(0, 300),
      ];
      return JSON.stringify({ claims: [...texts.map((text) => claim(text, quote)), good] });
    });
  }

  async function put(way: Way, text: string): Promise<string> {
    switch (way) {
      case 'message':
        await talk.say(noah, `@Downbeat ${text}`, root);
        return root;
      case 'title': {
        const roots = () =>
          walk.cards().filter(({ ts }) => house.playground.state.message(channel, ts)?.threadTs === undefined);
        const standing = roots().length;
        await walk.type(noah, `/decide new ${text}`);
        return eventually('another root card', () => roots().length > standing && (roots().at(-1)?.ts ?? ''));
      }
      case 'note': {
        await walk.click(noah, 'note.1');
        const form = await openForm(house.playground, noah, 'add-note');
        expect(await form.send({ note: text })).toEqual({});
        return root;
      }
      case 'part': {
        await walk.click(ines, 'change-answer');
        const form = await openForm(house.playground, ines, 'change-answer');
        await form.choose('pick-question', '5c');
        const filled = await openForm(house.playground, ines, 'change-answer');
        expect(await filled.send({ 'option.5c': 'part', part: text.slice(0, 60) })).toEqual({});
        return root;
      }
      default:
        return way satisfies never;
    }
  }

  test.each(
    hostileInputs.map((hostile, index) => ({ ...hostile, way: ways[(index + (isObedient ? 0 : 1)) % 4] ?? 'message' })),
  )('$aim, as a $way: $text', async ({ text, way }) => {
    house.playground.clock.advance(61_000);
    const before = await record.decision(decision);
    if (isObedient) obey(text);
    const thread = await put(way, text);
    await talk.say(noah, '@Downbeat is compensation just a rollback?', thread);
    await settled(record);
    const { verdict, questions } = await record.decision(decision);
    expect({ ...verdict, part: null }).toEqual({ ...before.verdict, part: null });
    expect(Object.values(questions).map(({ standing }) => standing?.option)).toEqual(
      Object.values(before.questions).map(({ standing }) => standing?.option),
    );
    expectHarmless(
      house.playground.state.messages(channel).filter(({ user }) => user === app.botUserId),
      house.playground.url,
    );
    const asked = JSON.stringify(model.mock.getRequests().map(({ body }) => body));
    expect(asked).not.toMatch(/ZEBRA budget of|xoxb-|xapp-|U0INESMARE1|U0NOAHWEBB2/u);
  });
});

const objectSchema = z.record(z.string(), z.unknown());

/** Every text of a message in which Slack would act on signs: the text itself and what is mrkdwn in its blocks. */
function liveTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(liveTexts);
  const object = objectSchema.safeParse(value).data;
  if (object === undefined) return [];
  const own = object['type'] === 'mrkdwn' || object['type'] === 'markdown' ? [String(object['text'])] : [];
  return [...own, ...Object.values(object).flatMap(liveTexts)];
}

/** Notes may carry their writers' own links: those show where they lead. A link with a label is Downbeat's. */
function expectHarmless(messages: readonly StoredMessage[], workspace: string): void {
  for (const message of messages) {
    const states = [message, ...message.versions];
    for (const live of states.flatMap(({ text, blocks }) => [text, ...liveTexts(blocks)])) {
      expect(live).not.toMatch(/<!(?!date\^\d+\^\{date_short\})/u);
      expect(live).not.toMatch(/xoxb-|xapp-|sk-test|ZEBRA budget of/u);
      for (const [, person] of live.matchAll(/<@([^>|]*)/gu)) expect([ines, noah]).toContain(person);
      for (const [, url = ''] of live.matchAll(/<([^@!#>|][^>|]*)\|/gu))
        if (!url.startsWith(workspace)) expect(knownAddresses).toContain(url.replaceAll('&amp;', '&'));
    }
  }
}
