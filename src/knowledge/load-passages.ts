// Loads all passages of knowledge/passages and checks them together; a broken file stops the start.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Passage } from '../application/library.ts';
import { KnowledgeFileError } from './knowledge-file-error.ts';
import { parsePassage } from './passage-file.ts';

/** Where the passages live unless somebody says otherwise. */
export const defaultPassagesFolder = fileURLToPath(new URL('../../knowledge/passages', import.meta.url));

/** The passages in the order of their ids, and a hash over all their words. */
export type LoadedPassages = { readonly version: string; readonly passages: readonly Passage[] };

/** Reads and checks every passage below a folder. Throws {@link KnowledgeFileError} with file, line and reason. */
export function loadPassages(folder: string = defaultPassagesFolder): LoadedPassages {
  const hash = createHash('sha256');
  const passages = new Map<string, Passage>();
  const names = globSync('**/*.md', { cwd: folder }).sort();
  if (names.length === 0) throw new KnowledgeFileError({ file: folder, line: null, reason: 'there are no passages' });
  for (const name of names) {
    const file = join(folder, name);
    const content = readFileSync(file, 'utf8');
    const passage = parsePassage({ content, file, id: basename(name, '.md') });
    if (passages.has(passage.id)) {
      throw new KnowledgeFileError({ file, line: 2, reason: `id: another passage is called ${passage.id}` });
    }
    passages.set(passage.id, passage);
    hash.update(JSON.stringify([passage.id, content]));
  }
  return {
    version: hash.digest('hex').slice(0, 12),
    passages: [...passages.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}
