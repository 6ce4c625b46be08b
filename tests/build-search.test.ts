// Passages that could not be embedded at the start are tried again until they can be; meanwhile words are searched.
import { expect, test } from 'vitest';
import { openEmbedder } from '../src/advisor/open-embedder.ts';
import { buildSearch } from '../src/build-search.ts';
import { openLibrary } from '../src/knowledge/library.ts';
import { rememberingLog } from './application/advice/parts.ts';
import { useModelServer } from './talk/model-server.ts';

const model = useModelServer({ deadlineMs: 8_000 });
const library = openLibrary();
const question = { text: 'is compensation just a rollback?', context: null };
const cadence = library.passage('t8-cadence');
/** A passage no word of the question leads to, as it is embedded. */
const meant = `${cadence?.title}\n${cadence?.body}`;

test('an endpoint that was away at the start is found again, after pauses that grow, and said to be back once', async () => {
  const log = rememberingLog();
  const pauses: number[] = [];
  const enough = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  model.mock.onEmbedding(/./su, { error: { message: 'down' }, status: 503 });
  const find = buildSearch({
    library,
    model: { ...model.settings(), embeddingModel: 'e' },
    log,
    async pause(pauseMs) {
      pauses.push(pauseMs);
      if (pauses.length < 9) return;
      enough.resolve();
      await goOn.promise;
    },
  });
  await enough.promise;
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600].map((seconds) => seconds * 1_000));
  expect(log.lines.filter((line) => line.includes('not embedded yet'))).toHaveLength(1);
  const idsFound = async () => (await find(question)).map(({ passage }) => passage.id);
  expect(await idsFound()).toEqual(library.search(question).map(({ passage }) => passage.id));
  expect(await idsFound()).not.toContain('t8-cadence');

  model.mock.reset();
  goOn.resolve();
  await expect.poll(() => log.lines.filter((line) => line.includes('by meaning as well'))).toHaveLength(1);
  const { apiKey, baseUrl } = model.settings();
  const [embedding = []] = await openEmbedder({ apiKey, baseUrl, model: 'e' }).embed([meant]);
  model.mock.onEmbedding(/rollback\?/u, { embedding: [...embedding] });
  expect(await idsFound()).toContain('t8-cadence');
  expect(pauses).toHaveLength(9);
});
