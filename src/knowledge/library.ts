// The knowledge base in process: loads passages and search data, finds passages, knows when not to answer.
import type { Library, LibraryQuestion } from '../application/library.ts';
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
export type OpenLibrary = Library & { readonly evidence: EvidenceReader };

/** Opens the library on the passages and data of `knowledge/`. Throws KnowledgeFileError with file, line and reason. */
export function openLibrary(): OpenLibrary {
  return buildLibrary(loadPassages(), loadSearchData());
}

/** Builds the library from what was loaded. */
export function buildLibrary({ version, passages }: LoadedPassages, data: SearchData): OpenLibrary {
  const analyser = analyserFor(data);
  const index = passageIndex({ passages, situations: data.situations, analyser });
  const spell = speller(index.vocabulary);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const wordings = passages.flatMap(({ title, askedAs }) => [title, ...askedAs]);
  const evidence = evidenceReader({ ...data, wordings, vocabulary: index.vocabulary.keys(), spell }, analyser);
  return {
    version,
    passages,
    evidence,
    search: (question: LibraryQuestion) =>
      rank({ passages, index, terms: questionTerms({ question, analyser, spell }) }),
    answerable: (question, found) => decide({ question, found, reader: evidence, weights: data.refusal }),
    passage: (id) => byId.get(id),
  };
}
