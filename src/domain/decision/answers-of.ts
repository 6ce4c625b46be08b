// The answers a decision's verdict is computed from.
import type { Answers } from '../answers.ts';
import type { StartedDecision } from './decision.ts';

/** The answers that stand. The part is the reference to its name: a verdict never needs the words themselves. */
export function answersOf(decision: StartedDecision): Answers {
  const choices: Record<string, string> = {};
  for (const [question, record] of Object.entries(decision.questions)) {
    if (record.standing !== null) choices[question] = record.standing.option;
  }
  return { choices, part: decision.questions['5c']?.standing?.part ?? null };
}
