// What a person or a team answered, and which of those answers count.
import { forEachQuestion } from './for-each-question.ts';
import {
  type AskedId,
  consistencyQuestionId,
  isOptionOf,
  type PillarNumber,
  pillarNumbers,
  pillarQuestionIds,
  type QuestionId,
  questionIds,
} from './framework.ts';

/**
 * Recorded answers. `choices` holds option ids; `unknown` or an absent entry is "don't know". `part` is the part named
 * under 5c, or a reference to where the name is stored: an opaque text that only matters by being there.
 */
export type Answers = {
  readonly choices: Readonly<Partial<Record<AskedId, string>>>;
  readonly part: string | null;
};

/** Answers of somebody who has not answered anything. */
export const noAnswers: Answers = { choices: {}, part: null };

/** One entry a scored question: the option that counts, or null for don't know and for switched-off questions. */
export type Sheet = Readonly<Record<QuestionId, string | null>>;

/**
 * Tells whether a question is switched on: 4b and 4c are off under 4a = `stable`, 3b and 3c under 3a = `none`
 * (scoring.md §3). The consistency question's own condition belongs to the verdict.
 */
export function isActive(question: AskedId, answers: Answers): boolean {
  switch (question) {
    case '3b':
    case '3c':
      return answers.choices['3a'] !== 'none';
    case '4b':
    case '4c':
      return answers.choices['4a'] !== 'stable';
    default:
      return true;
  }
}

/** The name given to the part, or null when it is missing or blank. */
export function namedPart(answers: Answers): string | null {
  const name = answers.part?.trim() ?? '';
  return name === '' ? null : name;
}

/**
 * The answer that counts for a question, or null: don't know, no such option, a switched-off question, and 5c = `part`
 * without a name count as unanswered (scoring.md §2 and §3).
 */
export function countedAnswer(question: AskedId, answers: Answers): string | null {
  const choice = answers.choices[question];
  if (choice === undefined || !isOptionOf(question, choice) || !isActive(question, answers)) return null;
  if (question === '5c' && choice === 'part' && namedPart(answers) === null) return null;
  return choice;
}

/** The counted answer to every scored question. */
export function sheetOf(answers: Answers): Sheet {
  return forEachQuestion((question) => countedAnswer(question, answers));
}

/** The questions that are switched on, in order. Their number is the N of "n of N answered". */
export function activeQuestions(answers: Answers): readonly QuestionId[] {
  return questionIds.filter((question) => isActive(question, answers));
}

/** The questions that are switched on and have no counted answer, in order. */
export function openQuestions(answers: Answers): readonly QuestionId[] {
  return activeQuestions(answers).filter((question) => countedAnswer(question, answers) === null);
}

/** The pillars in which nothing is answered, in order. */
export function silentPillars(answers: Answers): readonly PillarNumber[] {
  return pillarNumbers.filter((pillar) =>
    pillarQuestionIds[pillar].every((question) => countedAnswer(question, answers) === null),
  );
}

/** The answer to the consistency question, or null. Whether it is asked at all is for the verdict to say. */
export function consistencyAnswer(answers: Answers): 'yes' | 'no' | null {
  const choice = answers.choices[consistencyQuestionId];
  return choice === 'yes' || choice === 'no' ? choice : null;
}
