// Loads what comes after acceptance, checked against the passages it is cited to.
import type { NextSteps } from '../application/next-steps.ts';
import { loadPassages } from './load-passages.ts';
import { loadChecklist, loadTools } from './load-tools.ts';

/** The table, the checklist and their sources. Throws KnowledgeFileError. */
export function loadNextSteps(): NextSteps {
  const { passages } = loadPassages();
  const known = new Set(passages.map(({ id }) => id));
  return {
    table: loadTools(known),
    checklist: loadChecklist(known),
    sources: new Map(passages.map(({ id, sources }) => [id, sources.map(({ title, url }) => ({ title, url }))])),
  };
}
