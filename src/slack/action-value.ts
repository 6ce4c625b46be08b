// What a button or a modal carries to say which decision it belongs to: compact JSON, checked when it comes back.
import { z } from 'zod';
import { type CardKey, isCardKey } from '../domain/decision/card-keys.ts';
import { occurrenceSchema } from '../domain/decision/look-events.ts';
import {
  askedIdSchema,
  decisionIdSchema,
  originSchema,
  pillarNumberSchema,
  wordRefSchema,
} from '../domain/decision/refs.ts';
import { styleSchema } from '../domain/verdict/verdict-schema.ts';
import { limits } from './limits.ts';

const actionValueSchema = z
  .strictObject({
    decision: z.string().min(1),
    card: z.custom<CardKey>(isCardKey),
    question: askedIdSchema.optional(),
    option: z.string().min(1).optional(),
    pillar: pillarNumberSchema.optional(),
    /** The look it is about, and the watched thing in it. */
    occurrence: occurrenceSchema.optional(),
    item: z.string().min(1).optional(),
    /** The decision whose card shows this one among others that are due together. */
    lead: decisionIdSchema.optional(),
    /** The result that was read in a modal. */
    result: z.object({ style: styleSchema, part: wordRefSchema.nullable() }).optional(),
    /** What a choice in a menu asks for. */
    does: z.string().min(1).optional(),
  })
  .readonly();

/** A decision's id, the card that was clicked, and what the click is about. */
export type ActionValue = z.infer<typeof actionValueSchema>;

/** The text for a button's `value` or a modal's `private_metadata`; at most 2,000 characters for ids of a sane length. */
export function encodeActionValue(value: ActionValue): string {
  return JSON.stringify(value);
}

/** Reads it back, or null when it is missing, too long, not ours or of an older make. */
export function decodeActionValue(text: string | undefined): ActionValue | null {
  return decodeWith(actionValueSchema, text, limits.buttonValue);
}

/** The value of a choice in a menu, where Slack leaves room for 75 characters only. */
export function encodeChoice(
  does: string,
  { decision, card, lead }: Pick<ActionValue, 'decision' | 'card' | 'lead'>,
): string {
  return [does, card, decision, ...(lead === undefined ? [] : [lead])].join(' ');
}

/** Reads it back, or null when it is missing or not ours. */
export function decodeChoice(text: string | undefined): ActionValue | null {
  const [does, card, decision, lead, more] = (text ?? '').split(' ');
  if (more !== undefined) return null;
  return actionValueSchema.safeParse({ does, card, decision, lead }).data ?? null;
}

const startPlaceSchema = z
  .strictObject({
    channel: z.string().min(1).nullable(),
    threadTs: z.string().min(1).nullable(),
    replyUrl: z.string().min(1).nullable(),
    origin: originSchema.optional(),
  })
  .readonly();

/**
 * Where the decision of the start modal is to live; `channel` is null where the form asks for it; `threadTs` is null for a thread of its own. `replyUrl` is where the
 * starter can be told that the place takes no cards. `origin` is the decision it is to supersede or takes a part of.
 */
export type StartPlace = z.infer<typeof startPlaceSchema>;

/** The text for the start modal's `private_metadata`. */
export function encodeStartPlace(place: StartPlace): string {
  return JSON.stringify(place);
}

/** Reads it back, or null when it is malformed. */
export function decodeStartPlace(text: string | undefined): StartPlace | null {
  return decodeWith(startPlaceSchema, text, limits.privateMetadata);
}

function decodeWith<T>(schema: z.ZodType<T>, text: string | undefined, max: number): T | null {
  if (text === undefined || text.length > max) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
