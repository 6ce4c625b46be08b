// A whole journey with the log caught: nothing that people wrote and no token is in it.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { room } from '../support/rooms.ts';
import { walkIn } from '../support/walk.ts';

const written: string[] = [];
const house = useDownbeat({ shared: true, logTo: { write: (line) => written.push(line) } });
const { ines, noah, tomas } = peopleIds;

const lineSchema = z.looseObject({ level: z.number(), msg: z.string() });
const info = 30;

/** Words that stand for all that people write: each is typed somewhere on the journey. */
const typed = ['Zanzibar', 'Quokka', 'Wombat', 'Axolotl', 'Narwhal', 'Capybara'] as const;
const [title, framing, note, part, said, command] = typed;

test('titles, framings, notes, names of parts, messages, choices and tokens stay out of the log', async () => {
  const { playground } = house;
  const channel = room(playground);
  const walk = walkIn(() => playground, channel);

  await walk.type(ines, '/decide');
  const form = await openForm(playground, ines, 'start-decision');
  playground.faults.add({ method: 'chat.postMessage', kind: 'http', status: 500 });
  playground.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'invalid_blocks' });
  await form.send({ title: `${title} orders`, framing: `${framing} first` });
  await walk.card('1 of 5');
  await walk.click(noah, 'note.1');
  await (await openForm(playground, noah, 'add-note')).send({ note: `${note} https://wiki.example/${note}` });
  await walk.card(note);
  await walk.click(noah, 'answer.1b.tolerable');
  for (const pillar of [1, 2, 3, 4]) {
    await walk.card(`${pillar} of 5`);
    await walk.click(ines, `skip.${pillar}`);
  }
  await walk.click(ines, 'answer.5c.part');
  await (await openForm(playground, ines, 'name-part')).send({ part });
  await walk.card(part);

  playground.faults.add({ method: 'views.open', kind: 'error', code: 'internal_error' });
  await walk.click(ines, 'why.5a');
  playground.faults.shareExternally(channel);
  await walk.click(tomas, 'answer.5a.one');
  const told = () => playground.state.ephemerals(tomas).length > 0;
  await eventually('the outsider is told', told);
  await playground.act({ kind: 'message', user: ines, channel, text: `@Downbeat ${said} or not?` });
  await playground.act({ kind: 'message', user: ines, channel, text: `@Downbeat decide ${command} two` });
  await walk.card(command);
  await house.redis.kill();
  await walk.click(noah, 'answer.5a.one');
  await eventually('a word about Redis', () => playground.state.ephemerals(noah).length > 0);
  await house.redis.restart();

  const lines = written.map((text) => ({ ...lineSchema.parse(JSON.parse(text)), text }));
  const kept = lines.filter(({ level }) => level >= info);
  const journal = kept.map(({ text }) => text).join('');
  expect(kept.length).toBeGreaterThan(3);
  expect(journal).toContain('downbeat is ready');
  expect(journal).toContain('modal not opened');
  for (const word of typed) expect(journal.toLowerCase()).not.toContain(word.toLowerCase());
  for (const secret of [playground.botToken, playground.appToken]) expect(written.join('')).not.toContain(secret);
  expect(journal).not.toMatch(/xox[bp]-|xapp-/);
  // What somebody chose may be private, and a log is read by others than the team.
  expect(journal).toContain('"command":"AnswerQuestion"');
  expect(journal).not.toContain('tolerable');
});
