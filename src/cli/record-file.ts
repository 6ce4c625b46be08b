// Reads an exported record for the command line.
import { readFileSync } from 'node:fs';
import { type DecisionRecord, decisionRecordSchema } from '../records/decision-record.ts';

/** The record in a file, or why it cannot be used, naming the field. */
export function readRecordFile(
  file: string,
): { readonly ok: true; readonly record: DecisionRecord } | { readonly ok: false; readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'it cannot be read' };
  }
  const parsed = decisionRecordSchema.safeParse(value);
  if (parsed.success) return { ok: true, record: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a record'}` };
}
