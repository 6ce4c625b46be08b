// Keeps what somebody thought of an answer, with the question as far as its words may be kept.
import type { Feedback, FeedbackEntry } from '../advice/feedback.ts';
import { redact } from '../advice/redact.ts';
import type { ThreadAddress, Transcripts } from '../advice/transcripts.ts';

/** Turns of a thread among which the question is looked for: all that are kept. */
const TURNS = 100;
/** Enough to know what was asked, in UTF-16 units. */
const QUESTION_LENGTH = 300;

/** What keeping works with. `isPublic` tells whether everybody of the workspace may read a channel. */
export type KeepFeedbackParts = {
  readonly transcripts: Transcripts;
  readonly feedback: Feedback;
  readonly isPublic: (channel: string) => Promise<boolean>;
};

/** Keeps an opinion on the answer to the message `entry.answer`. Words from a private channel are kept nowhere. */
export async function keepFeedback(
  parts: KeepFeedbackParts,
  thread: ThreadAddress,
  entry: Omit<FeedbackEntry, 'question'>,
): Promise<void> {
  const question = (await parts.isPublic(thread.channel)) ? await questionOf(parts, thread, entry.answer) : null;
  await parts.feedback.keep(thread.team, { ...entry, question });
}

async function questionOf(
  { transcripts }: KeepFeedbackParts,
  thread: ThreadAddress,
  id: string,
): Promise<string | null> {
  const turns = await transcripts.latest(thread, TURNS);
  const asked = turns.find((turn) => turn.id === id && turn.from === 'person');
  return asked === undefined ? null : redact(asked.text).slice(0, QUESTION_LENGTH);
}
