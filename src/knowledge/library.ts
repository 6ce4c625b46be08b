// The knowledge base in process: loads passages and search data, finds passages, knows when not to answer.
import type { Library, Passage } from '../application/library.ts';
import { inSteps, type Steps } from './in-steps.ts';
import { type LoadedPassages, loadPassages } from './load-passages.ts';
import { analyser as analyserFor } from './search/analyse.ts';
import { type EvidenceReader, evidenceReader } from './search/evidence.ts';
import { passageIndex } from './search/passage-index.ts';
import { questionTerms } from './search/question-terms.ts';
import { rank } from './search/rank.ts';
import { decide } from './search/refusal.ts';
import { loadSearchData, type SearchData } from './search/search-data.ts';
import { speller } from './search/spelling.ts';

/** The library, with what the fitting of its refusal rule reads besides. */
export type OpenLibrary = Library & { evidence(): EvidenceReader };

/** Opens the library on the passages and data of `knowledge/`. Throws KnowledgeFileError with file, line and reason. */
export function openLibrary(): OpenLibrary {
  return buildLibrary(loadPassages(), loadSearchData());
}

/** What questions are put to. */
type Desk = {
  readonly search: Library['search'];
  readonly answerable: Library['answerable'];
  readonly evidence: EvidenceReader;
};

function* openDesk(passages: readonly Passage[], data: SearchData): Steps<Desk> {
  const analyser = analyserFor(data);
  yield;
  const index = yield* passageIndex({ passages, situations: data.situations, analyser });
  const spell = speller(index.vocabulary);
  yield;
  const wordings = passages.flatMap(({ title, askedAs }) => [title, ...askedAs]);
  const sources = { ...data, wordings, vocabulary: index.vocabulary.keys(), spell };
  const evidence = yield* evidenceReader(sources, analyser);
  return {
    search: (question) => rank({ passages, index, terms: questionTerms({ question, analyser, spell }) }),
    answerable: (question, found) => decide({ question, found, reader: evidence, weights: data.refusal }),
    evidence,
  };
}

/** Builds the library from what was loaded. What only questions need is worked out when they come, or in `prepare`. */
export function buildLibrary({ version, passages }: LoadedPassages, data: SearchData): OpenLibrary {
  const desk = inSteps(openDesk(passages, data));
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    version,
    passages,
    prepare: desk.prepare,
    search: (question) => desk.result().search(question),
    answerable: (question, found) => desk.result().answerable(question, found),
    evidence: () => desk.result().evidence,
    passage: (id) => byId.get(id),
  };
}
