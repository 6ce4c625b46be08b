// What our scripts answer, parsed at the door.
import { z } from 'zod';

const text = z.string();
const count = z.number().int();

/** The answers of the append script. */
export const appendReplySchema = z.union([
  z.tuple([z.literal('appended'), count]),
  z.tuple([z.literal('duplicate'), count]),
  z.tuple([z.literal('conflict'), count, z.array(text)]),
  z.tuple([z.literal('thread-taken'), text]),
  z.tuple([z.literal('stale-card'), text]),
  z.tuple([z.literal('companion-conflict')]),
]);

/** The answer of the read script: version, version of the snapshot or what was asked for, snapshot, events, seen. */
export const readReplySchema = z.tuple([count, count, text.nullable(), z.array(text), count]);
