// What a look asks about: the flips of the verdict, as things to keep an eye on.
import { z } from 'zod';
import { type Answers, sheetOf } from '../answers.ts';
import { type Framework, type QuestionId, questionIds, unknownOption } from '../framework.ts';
import { styleJudge } from '../verdict/compute-verdict.ts';
import { findFlips } from '../verdict/sensitivity.ts';
import { type Flip, styles } from '../verdict/verdict.ts';

/** At most so many things are asked about (issue 5). */
const MOST_ITEMS = 5;

export const watchItemSchema = z.object({
  /** Made from its changes, so that the same condition has the same id in every look. */
  id: z.string(),
  changes: z.array(z.object({ question: z.enum(questionIds), to: z.string() })).min(1),
  /** Where the decision would go. */
  style: z.enum(styles),
});
/** A change of the world that would change the verdict's style. */
export type WatchItem = z.infer<typeof watchItemSchema>;

/** What can be said about a watch item; nothing said is "not re-checked". */
export const itemAnswers = ['still-so', 'changed', 'unknown'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

/**
 * The watch items of a set of answers, the closest to flipping first: one change before two, one item a question before a
 * second about the same. Flips into "don't know" are left out: they are about what we know, not about the world.
 */
export function watchItems(framework: Framework, answers: Answers): readonly WatchItem[] {
  const { flips } = findFlips(sheetOf(answers), styleJudge(framework));
  const real = flips.filter((flip) => flip.changes.every((change) => change.to !== unknownOption));
  const seen = new Set<string>();
  const first: Flip[] = [];
  const repeated: Flip[] = [];
  for (const flip of real) {
    const about = flip.changes.map((change) => change.question).join(' ');
    (seen.has(about) ? repeated : first).push(flip);
    seen.add(about);
  }
  return [...first, ...repeated].slice(0, MOST_ITEMS).map(({ changes, style }) => ({
    id: changes.map(({ question, to }) => `${question}=${to}`).join('+'),
    changes: changes.map((change) => ({ ...change })),
    style,
  }));
}

/** The questions some watch items are about, in the order they are asked. */
export function questionsOfItems(items: readonly WatchItem[]): readonly QuestionId[] {
  const concerned = new Set(items.flatMap((item) => item.changes.map((change) => change.question)));
  return questionIds.filter((question) => concerned.has(question));
}
