// Turns texts into vectors through a server that speaks OpenAI's protocol. The client loads with the first text.
import { z } from 'zod';
import type { Embedder } from '../application/library.ts';
import type { AdvisorSettings } from './advisor-settings.ts';

/** Texts sent in one request: the knowledge base is a few of these. */
const BATCH = 100;
/** A whole request of passages, which nobody waits for (milliseconds). */
const DEADLINE_MS = 15_000;
/** An embedding is quick; a question waits no longer than this and is then searched by its words alone. */
const QUESTION_DEADLINE_MS = 2_000;
const OPENAI_ADDRESS = 'https://api.openai.com/v1';

const vectorsSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** Signals an answer that does not hold one vector a text. */
export class EmbeddingsError extends Error {
  constructor(wanted: number, got: number) {
    super(`the embeddings endpoint answered ${got} vectors for ${wanted} texts`);
    this.name = 'EmbeddingsError';
  }
}

/** How the endpoint is reached: as the advisor's, with a model of its own. */
export type EmbedderSettings = Pick<AdvisorSettings, 'apiKey' | 'baseUrl' | 'deadlineMs'> & { readonly model: string };

/** Opens the embedder for questions: somebody waits for each, so its deadline is short, and after failures it rests. */
export function openQuestionEmbedder(settings: EmbedderSettings): Embedder {
  const deadlineMs = Math.min(settings.deadlineMs ?? QUESTION_DEADLINE_MS, QUESTION_DEADLINE_MS);
  const embedder = openEmbedder({ ...settings, deadlineMs });
  const opening = import('./resting-embedder.ts').then(({ withEmbedderRest }) => withEmbedderRest(embedder));
  return { embed: async (texts) => (await opening).embed(texts) };
}

/** Opens the embedder. It keeps nothing and retries nothing; what fails is thrown to the caller. */
export function openEmbedder({ apiKey, baseUrl, model, deadlineMs = DEADLINE_MS }: EmbedderSettings): Embedder {
  const options = { apiKey: apiKey ?? 'none', baseURL: baseUrl ?? OPENAI_ADDRESS, maxRetries: 0, timeout: deadlineMs };
  const opening = import('openai').then(
    ({ default: OpenAI }) => new OpenAI({ ...options, organization: null, project: null, logLevel: 'off' }),
  );

  async function embedBatch(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    const client = await opening;
    const answer = await client.embeddings.create({ model, input: [...texts], encoding_format: 'float' });
    const { data } = vectorsSchema.parse(answer);
    if (data.length !== texts.length) throw new EmbeddingsError(texts.length, data.length);
    return data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
  }

  return {
    async embed(texts) {
      const vectors: (readonly number[])[] = [];
      for (let from = 0; from < texts.length; from += BATCH)
        vectors.push(...(await embedBatch(texts.slice(from, from + BATCH))));
      return vectors;
    },
  };
}
