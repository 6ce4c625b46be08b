// Writes a change that is tried as words, since it names services and steps in people's own words, and reads it back.
import { z } from 'zod';
import type { WordRef } from '../../domain/decision/refs.ts';
import type { Change } from '../../domain/workflow/change.ts';
import { cleanText } from '../../domain/workflow/clean-text.ts';
import { type Workflow, workflowLimits } from '../../domain/workflow/workflow.ts';
import { exactRef } from './given-steps.ts';

const service = z
  .string()
  .transform((text) => cleanText(text, workflowLimits.service))
  .pipe(z.string().min(1));
const action = z
  .string()
  .transform((text) => cleanText(text, workflowLimits.text))
  .pipe(z.string().min(1));
const deadline = z
  .string()
  .transform((text) => cleanText(text, workflowLimits.deadline))
  .pipe(z.string().min(1));
const step = z.string();

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insert'), after: step, service, action, undo: action.exactOptional() }),
  z.object({ kind: z.literal('react'), to: step, service, action }),
  z.object({ kind: z.literal('replace'), service, by: service }),
  z.object({ kind: z.literal('deadline'), step, deadline }),
]);

/** A change as it is stored: a reference and the words behind it, cleaned as drawings need them; null when none are left. */
export function writeChange(
  decisionId: string,
  change: Change,
): { readonly ref: WordRef; readonly words: Readonly<Record<WordRef, string>> } | null {
  const cleaned = changeSchema.safeParse(change);
  if (!cleaned.success) return null;
  const text = JSON.stringify(cleaned.data);
  const ref = exactRef(decisionId, text);
  return { ref, words: { [ref]: text } };
}

/** Says what exactly is tried, in one sentence. */
export function sayChange(change: Change, { steps }: Workflow): string {
  const actionOf = (id: string) => `“${steps.find((one) => one.id === id)?.action ?? 'a step that is gone'}”`;
  switch (change.kind) {
    case 'insert':
      return `${change.service}: ${change.action}, after ${actionOf(change.after)}.`;
    case 'react':
      return `${change.service}: ${change.action}, upon ${actionOf(change.to)}.`;
    case 'replace':
      return `${change.by} takes the place of ${change.service}.`;
    case 'deadline':
      return `${actionOf(change.step)} may take ${change.deadline}.`;
    default:
      return change satisfies never;
  }
}

/** Reads it back; null when the words were erased or are none of ours. */
export function readChange(text: string | undefined): Change | null {
  if (text === undefined) return null;
  try {
    return changeSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
