// The port to questions that got no answer: what the knowledge base lacks.
import { z } from 'zod';
import { noAnswerReasons } from '../library.ts';
import type { NoAnswer } from './answer.ts';
import { redact } from './redact.ts';
import { wordsOf } from './words-of.ts';

/** Why there was no answer. */
export const gapReasonSchema = z.enum([...noAnswerReasons, 'nothing-stood']);

/** A gap as it is counted. `question` is null for all those from private channels, which are counted by reason only. */
export const gapSchema = z.object({
  question: z.string().nullable(),
  reason: gapReasonSchema,
  count: z.int().min(1),
  /** When it was asked first and last, milliseconds since 1970. */
  first: z.int(),
  last: z.int(),
});
export type Gap = Readonly<z.infer<typeof gapSchema>>;

/** A question that got no answer. */
export type Unanswered = {
  readonly at: number;
  readonly question: string;
  readonly reason: NoAnswer;
  /** True for anything but a public channel: its words are never kept. */
  readonly isPrivate: boolean;
};

/** The gaps of a workspace, each kept 90 days (a setting) after it was last asked. */
export type Gaps = {
  keep(team: string, unanswered: Unanswered): Promise<void>;
  /** The gaps that are still kept, the most frequent first, then the latest. */
  list(team: string, now: number): Promise<readonly Gap[]>;
};

/** What a gap is kept under and as: questions that differ in case and punctuation are one. Never words of a private channel. */
export function gapOf({ question, reason, isPrivate }: Unanswered): {
  readonly key: string;
  readonly question: string | null;
} {
  if (isPrivate) return { key: `private:${reason}`, question: null };
  const clean = redact(question).slice(0, 300).trim();
  return { key: `public:${reason}:${wordsOf(clean).join(' ')}`, question: clean };
}
