// Chooses how passages are found: by their words, and by meaning as well where an embeddings endpoint is configured.
import { setTimeout as wait } from 'node:timers/promises';
import { openEmbedder, openQuestionEmbedder } from './advisor/open-embedder.ts';
import { redact } from './application/advice/redact.ts';
import type { Embedder, Found, Library, LibraryQuestion } from './application/library.ts';
import type { Log } from './application/log.ts';
import type { ModelSettings } from './config.ts';
import { type EmbeddedSearch, type Embedders, embeddedSearch } from './knowledge/embedded-search.ts';

/** Finds passages for a question. */
export type Find = (question: LibraryQuestion) => Promise<readonly Found[]>;

/** The pause after the first failure to embed the passages, doubled after each further one, and the longest (milliseconds). */
const PAUSES_MS = { first: 10_000, longest: 600_000 } as const;

/** Waits that long, without keeping a process alive that has nothing else to do. */
const pauseQuietly = (pauseMs: number): Promise<void> => wait(pauseMs, undefined, { ref: false });

type SearchParts = {
  readonly library: Library;
  readonly model: ModelSettings | null;
  readonly log: Log;
  /** Waits between two tries to embed the passages. */
  readonly pause?: (pauseMs: number) => Promise<void>;
};

/**
 * The search. Passages are embedded in the background after the start, and tried again for as long as that fails; until
 * it is done, words alone are searched. Questions are redacted before they leave. A question in the first moments waits
 * for the library.
 */
export function buildSearch({ library, model, log, pause = pauseQuietly }: SearchParts): Find {
  let search: Library['search'] | EmbeddedSearch = library.search;

  async function searchByMeaning(embedders: Embedders): Promise<void> {
    for (let pauseMs: number = PAUSES_MS.first; search === library.search; pauseMs = nextPause(pauseMs)) {
      try {
        search = await embeddedSearch(library, embedders);
        log.info('passages are searched by meaning as well');
      } catch (error) {
        // An endpoint can be away for days: once is enough to say so.
        if (pauseMs === PAUSES_MS.first) log.warn('passages not embedded yet, searched by words', {}, error);
        await pause(pauseMs);
      }
    }
  }

  if (model !== null && model.embeddingModel !== null) {
    const { apiKey, baseUrl, embeddingModel, deadlineMs } = model;
    const settings = { apiKey, baseUrl, model: embeddingModel, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
    void searchByMeaning({
      passages: redacting(openEmbedder(settings)),
      questions: redacting(openQuestionEmbedder(settings)),
    });
  }
  return async (question) => {
    await library.prepare();
    return search(question);
  };
}

function nextPause(pauseMs: number): number {
  return Math.min(2 * pauseMs, PAUSES_MS.longest);
}

function redacting({ embed }: Embedder): Embedder {
  return { embed: (texts) => embed(texts.map((text) => redact(text))) };
}
