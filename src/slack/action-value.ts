// What a button or a modal carries to say which decision it belongs to: compact JSON, checked when it comes back.
import { z } from 'zod';
import { type CardKey, isCardKey } from '../domain/decision/react.ts';
import { askedIdSchema, pillarNumberSchema } from '../domain/decision/refs.ts';
import { limits } from './limits.ts';

const actionValueSchema = z
  .strictObject({
    decision: z.string().min(1),
    card: z.custom<CardKey>(isCardKey),
    question: askedIdSchema.optional(),
    option: z.string().min(1).optional(),
    pillar: pillarNumberSchema.optional(),
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

const startPlaceSchema = z
  .strictObject({
    channel: z.string().min(1),
    threadTs: z.string().min(1).nullable(),
    replyUrl: z.string().min(1).nullable(),
  })
  .readonly();

/**
 * Where the decision of the start modal is to live; `threadTs` is null for a thread of its own. `replyUrl` is where the
 * starter can be told that the place takes no cards.
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
