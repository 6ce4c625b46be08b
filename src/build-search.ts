// Chooses how passages are found: by their words, and by meaning as well where an embeddings endpoint is configured.
import { openEmbedder, openQuestionEmbedder } from './advisor/open-embedder.ts';
import { redact } from './application/advice/redact.ts';
import type { Embedder, Found, Library, LibraryQuestion } from './application/library.ts';
import type { Log } from './application/log.ts';
import type { ModelSettings } from './config.ts';
import { type EmbeddedSearch, embeddedSearch } from './knowledge/embedded-search.ts';

/** Finds passages for a question. */
export type Find = (question: LibraryQuestion) => Promise<readonly Found[]>;

/**
 * The search. Passages are embedded in the background after the start; until that is done, and where it fails, words
 * alone are searched. Questions are redacted before they leave. A question in the first moments waits for the library.
 */
export function buildSearch({
  library,
  model,
  log,
}: {
  readonly library: Library;
  readonly model: ModelSettings | null;
  readonly log: Log;
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
  embeddedSearch(library, embedders).then(
    (search) => {
      byMeaning = search;
      log.info('passages are searched by meaning as well');
    },
    (error: unknown) => log.warn('passages could not be embedded; they are searched by their words alone', {}, error),
  );
  return async (question) => {
    await library.prepare();
    return (byMeaning ?? library.search)(question);
  };
}

function redacting({ embed }: Embedder): Embedder {
  return { embed: (texts) => embed(texts.map((text) => redact(text))) };
}
