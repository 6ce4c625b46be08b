// What Slack's client itself refuses to submit: required inputs left empty, texts too short, addresses that are none.
import { z } from 'zod';
import type { StateValues } from '../../protocol.ts';
import { parseElement, parseInteractive } from './schema.ts';

const filled = z.union([z.string().trim().min(1), z.number(), z.array(z.unknown()).min(1), z.looseObject({})]);

function typedText(value: unknown): string {
  const parsed = z.looseObject({ value: z.string() }).safeParse(value);
  return parsed.success ? parsed.data.value : '';
}

function problemOf(json: unknown, value: unknown, isOptional: boolean): string | undefined {
  const element = parseElement(json);
  if (element === undefined) return undefined;
  const isFilled = Object.entries(value ?? {}).some(([key, part]) => key !== 'type' && filled.safeParse(part).success);
  if (!isFilled) return isOptional ? undefined : 'Please complete this required field.';
  const text = typedText(value);
  switch (element.type) {
    case 'plain_text_input':
      return text.length < (element.min_length ?? 0)
        ? `Please write at least ${element.min_length} characters.`
        : undefined;
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Please enter a full web address.';
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? undefined : 'Please enter an email address.';
    case 'number_input':
      return Number.isFinite(Number(text)) ? undefined : 'Please enter a number.';
    default:
      return undefined;
  }
}

/** Error texts by block id; empty when the modal may be sent. */
export function missingAnswers(blocks: readonly unknown[], values: StateValues): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const json of blocks) {
    const block = parseInteractive(json);
    if (block?.type !== 'input') continue;
    const actionId = parseElement(block.element)?.action_id ?? '';
    const problem = problemOf(block.element, values[block.block_id]?.[actionId], block.optional);
    if (problem !== undefined) problems[block.block_id] = problem;
  }
  return problems;
}
