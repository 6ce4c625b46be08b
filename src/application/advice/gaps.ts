// The port to questions that got no answer: what the knowledge base lacks.
import { z } from 'zod';
import { noAnswerReasons } from '../library.ts';
import type { NoAnswer } from './answer.ts';
import { redact } from './redact.ts';
import { wordsOf } from './words-of.ts';

/** Enough to know what was asked, in UTF-16 units. */
const QUESTION_LENGTH = 300;

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
  /** The message it was asked in, as `channel:ts`. */
  readonly message: string;
  readonly question: string;
  readonly reason: NoAnswer;
  /** True for anything but a public channel: its words are never kept. */
  readonly isPrivate: boolean;
};

/** The gaps of a workspace. What was asked is kept 90 days (a setting), message by message, and counted when listed. */
export type Gaps = {
  /** Keeps what was asked in a message; a second time it replaces the first, so that nothing is counted twice. */
  keep(team: string, unanswered: Unanswered): Promise<void>;
  /** Forgets what was asked in a message: it was deleted. */
  forget(team: string, message: string): Promise<void>;
  /** The gaps that are still kept, the most frequent first, then the latest. */
  list(team: string, now: number): Promise<readonly Gap[]>;
};

/** What is kept of one unanswered question: never words of a private channel, and never what a model may not see. */
export function gapOf({ at, question, reason, isPrivate }: Unanswered): Gap {
  const words = isPrivate ? null : redact(question).slice(0, QUESTION_LENGTH).trim();
  return { question: words, reason, count: 1, first: at, last: at };
}

/** Counts gaps: questions that differ in case and punctuation are one, in the words it was asked with first. */
export function countGaps(gaps: readonly Gap[]): readonly Gap[] {
  const counted = new Map<string, Gap>();
  for (const gap of gaps.toSorted((one, other) => one.first - other.first)) {
    const name = JSON.stringify([gap.reason, gap.question === null ? null : wordsOf(gap.question)]);
    const known = counted.get(name);
    counted.set(name, known === undefined ? gap : together(known, gap));
  }
  return [...counted.values()].sort((one, other) => other.count - one.count || other.last - one.last);
}

function together(first: Gap, later: Gap): Gap {
  return { ...first, count: first.count + later.count, last: Math.max(first.last, later.last) };
}
