// Reads what is kept beside the events of a decision: summaries, settings, conversations, opinions.
import type { z } from 'zod';

/**
 * A value as it was kept, or null where there is none, or where it is damaged or of an older make: such a value counts as
 * absent and hides nothing else. Events are not read like this: one that is damaged must be noticed (stored-events.ts).
 */
export function readStored<T>(schema: z.ZodType<T>, text: string | null | undefined): T | null {
  if (text === null || text === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
