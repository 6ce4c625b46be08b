// Loads what comes after acceptance, checked against the passages it is cited to.
import type { Passage } from '../application/library.ts';
import type { NextSteps } from '../application/next-steps.ts';
import { loadPassages } from './load-passages.ts';
import { loadChecklist, loadTools } from './load-tools.ts';

/** The table, the checklist and their sources; `passages` where they are loaded already. Throws KnowledgeFileError. */
export function loadNextSteps(passages: readonly Passage[] = loadPassages().passages): NextSteps {
  const known = new Set(passages.map(({ id }) => id));
  return {
    table: loadTools(known),
    checklist: loadChecklist(known),
    sources: new Map(passages.map(({ id, sources }) => [id, sources.map(({ title, url }) => ({ title, url }))])),
  };
}
