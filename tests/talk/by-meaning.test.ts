// Where an embeddings endpoint is configured passages are found by meaning as well, and nobody waits for it.
import { expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { openLibrary } from '../../src/knowledge/library.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord } from '../support/record.ts';
import { conversationIn, wordsOf } from './conversation.ts';
import { honest, useModelServer } from './model-server.ts';

const model = useModelServer({ deadlineMs: 8_000 });
const log: string[] = [];
const house = useDownbeat({
  model: () => ({ ...model.settings(), embeddingModel: 'e' }),
  logTo: { write: (line) => void log.push(line) },
});
const talk = conversationIn(
  () => house.playground,
  () => channelIds.architecture,
);
/** A passage no word of the question leads to. */
const meant = openLibrary().passage('t8-cadence');
const pattern = /rollback\?/u;

/** The requests the endpoint got, as the texts they were about. */
function embedded(): readonly string[] {
  return model.mock
    .getRequests()
    .flatMap(({ path, body }) => (path.includes('embeddings') ? [JSON.stringify(body)] : []));
}

function lastPrompt(): string {
  return JSON.stringify(model.mock.getRequests().findLast(({ path }) => !path.includes('embeddings'))?.body);
}

/** What the endpoint says a text means, as somebody else would ask it. */
async function vectorOf(text: string): Promise<number[]> {
  const response = await fetch(`${model.settings().baseUrl}/embeddings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
    body: JSON.stringify({ model: 'e', input: [text] }),
  });
  const { data } = await response.json();
  return data[0].embedding;
}

test('passages are found by words and meaning, and by words alone when the endpoint is slow or sick', async () => {
  const record = await openRecord(house.redis.url);
  const ask = async (text: string) => {
    const [answer] = await talk.ask(record, { user: peopleIds.ines, text: `@Downbeat ${text}` });
    return wordsOf(answer);
  };
  await eventually('all passages embedded', () => log.some((line) => line.includes('searched by meaning as well')));
  expect(embedded().join()).toContain('What is Cadence');
  const embedding = await vectorOf(`${meant?.title}\n${meant?.body}`);
  const says = () => model.mock.on({ endpoint: 'chat' }, { content: JSON.stringify({ claims: honest }) });

  says();
  model.mock.onEmbedding(pattern, { embedding });
  expect(await ask('is compensation just a rollback?')).toContain('A model wrote this');
  expect(embedded().at(-1)).toContain('is compensation just a rollback?');
  expect(lastPrompt()).toContain('t8-cadence');
  expect(lastPrompt()).toContain('p3-compensation-is-not-rollback');

  const late = Promise.withResolvers<{ embedding: number[] }>();
  for (const [trouble, question] of [
    ['slow', 'is compensation a rollback?'],
    ['sick', 'is compensation only a rollback?'],
  ] as const) {
    model.mock.reset();
    says();
    if (trouble === 'slow') model.mock.onEmbedding(pattern, () => late.promise);
    else model.mock.onEmbedding(pattern, { error: { message: 'down' }, status: 500 });
    expect(await ask(question)).toContain('A model wrote this');
    expect(lastPrompt()).toContain('p3-compensation-is-not-rollback');
    expect(lastPrompt()).not.toContain('t8-cadence');
  }
  // After two failures it is left alone.
  const before = embedded().length;
  await ask('is compensation simply a rollback?');
  expect(embedded()).toHaveLength(before);
  late.resolve({ embedding });
  record.close();
});
