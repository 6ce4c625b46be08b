// Vectors from a server that speaks OpenAI's protocol, over real HTTP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { EmbeddingsError, openEmbedder } from '../../src/advisor/open-embedder.ts';

const requestSchema = z.object({ model: z.string(), input: z.array(z.string()) });
const asked: z.infer<typeof requestSchema>[] = [];
let missing = 0;
let status = 200;
let baseUrl = '';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const parsed = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
    asked.push(parsed);
    const data = parsed.input
      .slice(missing)
      .map((text, index) => ({ object: 'embedding', index, embedding: [text.length, 1] }));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', data: data.toReversed(), model: parsed.model, usage: {} }));
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  baseUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/v1` : '';
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
  missing = 0;
  status = 200;
});
const embedder = () => openEmbedder({ apiKey: null, baseUrl, model: 'small' });

test('each text gets its own vector, in order, also when the server answers in another', async () => {
  expect(await embedder().embed(['a', 'bbb', 'cc'])).toEqual([
    [1, 1],
    [3, 1],
    [2, 1],
  ]);
  expect(asked).toEqual([{ model: 'small', input: ['a', 'bbb', 'cc'] }]);
});

test('many texts are sent in requests of a hundred', async () => {
  const texts = Array.from({ length: 250 }, (_, index) => 'x'.repeat(index + 1));
  const vectors = await embedder().embed(texts);
  expect(asked.map(({ input }) => input.length)).toEqual([100, 100, 50]);
  expect(vectors.map(([length]) => length)).toEqual(texts.map((text) => text.length));
});

test('an answer with vectors missing is an accident, and so is a refusal', async () => {
  missing = 1;
  await expect(embedder().embed(['a', 'b'])).rejects.toThrow(EmbeddingsError);
  status = 500;
  await expect(embedder().embed(['a'])).rejects.toThrow();
  expect(asked).toHaveLength(2);
});
