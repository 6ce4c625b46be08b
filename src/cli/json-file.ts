// Reads a file of JSON for the commands, and says in one line what is wrong with it, naming the field.
import { readFileSync } from 'node:fs';
import type * as z from 'zod';

/** A file that cannot be used; the reason names the field and is one line. */
export type BadFile = { readonly ok: false; readonly reason: string };

/** The value in a file, or why there is none. */
export type JsonFile = { readonly ok: true; readonly value: unknown } | BadFile;

/** Longer names of fields are cut in complaints: a file may hold anything. */
const LONGEST_FIELD = 200;

const systemErrors: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'is a folder, not a file'],
  ['EACCES', 'may not be read'],
]);

function whyUnreadable(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be read';
  const known = 'code' in error ? systemErrors.get(error.code) : undefined;
  return known ?? oneLine(`cannot be read: ${error.message}`);
}

/** The same words without line breaks and other control characters, which could forge lines of a terminal or a log. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, '?');
}

/** Reads JSON in UTF-8; a byte order mark, as some editors write it, is passed over. */
export function readJsonFile(file: string): JsonFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { ok: false, reason: whyUnreadable(error) };
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: oneLine(`is not JSON: ${error.message}`) };
    return { ok: false, reason: 'is not text in UTF-8' };
  }
}

function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown, nothing is known by this name here';
    case 'too_small':
      return issue.origin === 'array' ? 'there has to be at least one' : 'must not be empty';
    default:
      return issue.message;
  }
}

/** The first thing wrong with what a file holds, with the field in front. */
export function firstComplaint(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'not what this command reads';
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = oneLine([...issue.path, ...keys].join('.'));
  const shown = field.length > LONGEST_FIELD ? `${field.slice(0, LONGEST_FIELD)}…` : field;
  return shown === '' ? wordsFor(issue) : `${shown}: ${wordsFor(issue)}`;
}
