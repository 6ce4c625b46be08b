// Team mode: who may see which answers, and when a pillar is open to all. The only place besides the fold that looks
// into sealed answers (design.md §2, Team).
import { type Answers, isActive } from '../answers.ts';
import {
  type AskedId,
  askedIds,
  consistencyQuestionId,
  type PillarNumber,
  pillarNumbers,
  pillarOf,
  pillarQuestionIds,
} from '../framework.ts';
import type { NoteRecord, RecordedAnswer } from './answer-records.ts';
import { pillarRecord, questionRecord, type StartedDecision } from './decision.ts';
import type { PersonId, WordRef } from './refs.ts';

/** What one person answered, by question. */
type GivenAnswers = Readonly<Partial<Record<AskedId, RecordedAnswer>>>;

/** Whether a question's answers are private at the moment. The consistency question never is: it is asked after all others. */
export function isSealed(decision: StartedDecision, question: AskedId): boolean {
  return (
    decision.team !== null && question !== consistencyQuestionId && !decision.team.revealed.includes(pillarOf[question])
  );
}

/** What one person answered, by question: for themselves alone. Later answers replace earlier ones. */
export function myAnswers(decision: StartedDecision, person: PersonId): GivenAnswers {
  const mine: Partial<Record<AskedId, RecordedAnswer>> = {};
  for (const question of askedIds) {
    const { given, standing } = questionRecord(decision, question);
    const own = decision.team?.sealed[question]?.[person] ?? given[person];
    if (own !== undefined) mine[question] = own;
    else if (decision.team === null && standing?.person === person) mine[question] = standing;
  }
  return mine;
}

/** Whether a note is private at the moment: notes written before a team was chosen are not. */
export function isSealedNote(decision: StartedDecision, question: AskedId, ref: WordRef): boolean {
  return decision.team?.sealedNotes[question]?.some(({ note }) => note === ref) === true;
}

/** The notes under a question that a person may see: those open to all, then their own private ones. */
export function notesFor(decision: StartedDecision, question: AskedId, person: PersonId): readonly NoteRecord[] {
  const own = (decision.team?.sealedNotes[question] ?? []).filter((note) => note.person === person);
  return [...questionRecord(decision, question).notes, ...own];
}

/** Who has answered every question a pillar asks them, in the order of their ids: all that others see before the reveal. */
export function whoAnswered(decision: StartedDecision, pillar: PillarNumber): readonly PersonId[] {
  return peopleIn(decision, pillar)
    .filter((person) => hasAnswered(decision, person, pillar))
    .toSorted();
}

/** Whether everybody who was invited has answered the pillar. False when nobody was: nobody knows who is still to come. */
export function everyoneAnswered(decision: StartedDecision, pillar: PillarNumber): boolean {
  return decision.invited.length > 0 && decision.invited.every((person) => hasAnswered(decision, person, pillar));
}

/** When the pillar that is open now reveals itself: so long after its first answer. Null while that will not happen. */
export function revealsAt(decision: StartedDecision): number | null {
  const pillar = openPillar(decision);
  if (pillar === null || decision.team === null || decision.team.revealAfter === null) return null;
  const first = decision.team.firstAt[`${pillar}`];
  return first === undefined ? null : first + decision.team.revealAfter;
}

/** The first pillar that was neither answered, revealed nor skipped; null when none is left. */
export function openPillar(decision: StartedDecision): PillarNumber | null {
  return pillarNumbers.find((pillar) => !pillarRecord(decision, pillar).passed) ?? null;
}

/** A person's answers in the form the rules of the verdict read. */
export function answersFrom(given: GivenAnswers): Answers {
  const choices = Object.fromEntries(Object.entries(given).map(([question, answer]) => [question, answer.option]));
  return { choices, part: given['5c']?.part ?? null };
}

function peopleIn(decision: StartedDecision, pillar: PillarNumber): readonly PersonId[] {
  const people = pillarQuestionIds[pillar].flatMap((question) => [
    ...Object.keys(decision.team?.sealed[question] ?? {}),
    ...Object.keys(questionRecord(decision, question).given),
  ]);
  return [...new Set(people)];
}

function hasAnswered(decision: StartedDecision, person: PersonId, pillar: PillarNumber): boolean {
  const mine = myAnswers(decision, person);
  const answers = answersFrom(mine);
  return pillarQuestionIds[pillar].every((question) => !isActive(question, answers) || mine[question] !== undefined);
}
