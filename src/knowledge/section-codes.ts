// The section codes passages may cover, from knowledge/codes.yaml, and when one code answers for another.
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readDataFile } from './data-file.ts';

const codesFile = fileURLToPath(new URL('../../knowledge/codes.yaml', import.meta.url));

const codesSchema = z.strictObject({
  codes: z.record(z.string().regex(/^[A-Z]\d*(\.\d+)?$/, 'must look like P3.1'), z.string().trim().min(1)),
});

/** Every section code, in the order of the file. Throws KnowledgeFileError. */
export function sectionCodes(): readonly string[] {
  return Object.keys(readDataFile(codesFile, codesSchema).codes);
}

/** Whether a code is a topic or lies under one: `P3.1` under `P3`, `A4` under `A`; never `P3` under `P3.1`, nor `A12` under `A1`. */
export function liesUnder(code: string, topic: string): boolean {
  if (code === topic || code.startsWith(`${topic}.`)) return true;
  return /^[A-Z]$/u.test(topic) && code.startsWith(topic);
}
