// Which pillar a decision has come to.
import { isActive } from '../answers.ts';
import { type AskedId, type PillarNumber, pillarNumbers, pillarQuestionIds } from '../framework.ts';
import { answersOf } from './answers-of.ts';
import { type Decision, pillarRecord, questionRecord, type StartedDecision } from './decision.ts';

/** A pillar is reached when every one before it was answered, revealed or skipped: its card stands. */
export function isReached(decision: StartedDecision, pillar: PillarNumber): boolean {
  return pillarNumbers.every((earlier) => earlier >= pillar || pillarRecord(decision, earlier).passed);
}

/** Whether a pillar was skipped, and something in it is still open. */
export function isSkipped(decision: StartedDecision, pillar: PillarNumber): boolean {
  return pillarRecord(decision, pillar).skipped && !isComplete(decision, pillar);
}

/** Whether every question of a pillar that applies has a standing answer. */
export function isComplete(decision: Decision, pillar: PillarNumber): boolean {
  if (decision.status === 'unstarted') return false;
  const answers = answersOf(decision);
  return pillarQuestionIds[pillar].every(
    (question: AskedId) => !isActive(question, answers) || questionRecord(decision, question).standing !== null,
  );
}
