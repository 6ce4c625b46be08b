// Reads an exported record for the command line.
import { type DecisionRecord, decisionRecordSchema } from '../records/decision-record.ts';
import { type BadFile, firstComplaint, readJsonFile } from './json-file.ts';

/** The record in a file, or why it cannot be used, naming the field. */
export function readRecordFile(file: string): { readonly ok: true; readonly record: DecisionRecord } | BadFile {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const parsed = decisionRecordSchema.safeParse(read.value);
  return parsed.success ? { ok: true, record: parsed.data } : { ok: false, reason: firstComplaint(parsed.error) };
}
