// Chooses how passages are found: by their words, and by meaning as well where an embeddings endpoint is configured.
import { setTimeout as wait } from 'node:timers/promises';
import { openEmbedder, openQuestionEmbedder } from './advisor/open-embedder.ts';
import { redact } from './application/advice/redact.ts';
import type { Embedder, Found, Library, LibraryQuestion } from './application/library.ts';
import type { Log } from './application/log.ts';
import type { ModelSettings } from './config.ts';
import { type EmbeddedSearch, embeddedSearch } from './knowledge/embedded-search.ts';

/** Finds passages for a question. */
export type Find = (question: LibraryQuestion) => Promise<readonly Found[]>;

/** The pause after the first failure to embed the passages, doubled after each further one, and the longest (milliseconds). */
const PAUSES_MS = { first: 10_000, longest: 600_000 } as const;

/** Waits that long, without keeping a process alive that has nothing else to do. */
const pauseQuietly = (pauseMs: number): Promise<void> => wait(pauseMs, undefined, { ref: false });

/**
 * The search. Passages are embedded in the background after the start, and tried again for as long as that fails; until
 * it is done, words alone are searched. Questions are redacted before they leave. A question in the first moments waits
 * for the library.
 */
export function buildSearch({
  library,
  model,
  log,
  pause = pauseQuietly,
}: {
  readonly library: Library;
  readonly model: ModelSettings | null;
  readonly log: Log;
  /** Waits between two tries to embed the passages. */
  readonly pause?: (pauseMs: number) => Promise<void>;
}): Find {
  const byWords: Find = async (question) => {
    await library.prepare();
    return library.search(question);
  };
  if (model === null || model.embeddingModel === null) return byWords;
  const { apiKey, baseUrl, embeddingModel, deadlineMs } = model;
  const settings = { apiKey, baseUrl, model: embeddingModel, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
  const embedders = {
    passages: redacting(openEmbedder(settings)),
    questions: redacting(openQuestionEmbedder(settings)),
  };
  let byMeaning: EmbeddedSearch | null = null;
  const embedPassages = async (): Promise<void> => {
    for (let pauseMs: number = PAUSES_MS.first; ; pauseMs = Math.min(2 * pauseMs, PAUSES_MS.longest)) {
      try {
        byMeaning = await embeddedSearch(library, embedders);
        log.info('passages are searched by meaning as well');
        return;
      } catch (error) {
        // An endpoint can be away for days: once is enough to say so.
        if (pauseMs === PAUSES_MS.first)
          log.warn(
            'passages could not be embedded; until they can be, they are searched by their words alone',
            {},
            error,
          );
      }
      await pause(pauseMs);
    }
  };
  void embedPassages();
  return async (question) => {
    await library.prepare();
    return (byMeaning ?? library.search)(question);
  };
}

function redacting({ embed }: Embedder): Embedder {
  return { embed: (texts) => embed(texts.map((text) => redact(text))) };
}
