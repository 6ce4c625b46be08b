// What the advisor may know of a decision: what everybody may see, with people as roles.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import { askedIds, type Framework, findOption, findQuestion, unknownLabel } from '../../domain/framework.ts';
import type { AnswerFact, VerdictFacts } from '../advisor.ts';
import { type Roles, redact } from './redact.ts';

/** A decision as answers about it are made from. */
export type DecisionFacts = {
  readonly id: string;
  /** How many events it was folded from: an answer made from an older version is not given again. */
  readonly version: number;
  readonly answers: readonly AnswerFact[];
  readonly verdict: VerdictFacts | null;
  readonly roles: Roles;
};

/** What the facts are made from. */
export type DecisionToDescribe = {
  readonly decision: StartedDecision;
  readonly version: number;
  readonly framework: Framework;
  readonly words: ReadonlyMap<WordRef, string>;
};

/** The facts of a decision. Sealed answers of a team are not in `standing`, so none can be here (design.md §2, Team). */
export function decisionFacts({ decision, version, framework, words }: DecisionToDescribe): DecisionFacts {
  const roles = rolesOf(decision);
  const answers = askedIds.flatMap((question): readonly AnswerFact[] => {
    const record = decision.questions[question];
    const asked = findQuestion(framework, question);
    const standing = record?.standing ?? null;
    if (record === undefined || asked === undefined || standing === null) return [];
    const option = findOption(framework, question, standing.option);
    const part = standing.part === null ? null : redact(words.get(standing.part) ?? '', roles);
    const says = option === undefined ? `${unknownLabel}.` : `${option.label}: ${option.text}`;
    const notes = record.notes.flatMap(({ note }) => {
      const text = words.get(note);
      return text === undefined ? [] : [redact(text, roles)];
    });
    return [{ question, asks: asked.text, says, part, by: roles.get(standing.person) ?? 'somebody', notes }];
  });
  return { id: decision.decisionId, version, answers, verdict: verdictFacts(decision, words, roles), roles };
}

function verdictFacts(
  { verdict }: StartedDecision,
  words: ReadonlyMap<WordRef, string>,
  roles: Roles,
): VerdictFacts | null {
  if (verdict === null) return null;
  const { style, band, score, votes, confidence, warnings, unanswered, mostly } = verdict;
  const part = verdict.part === null ? null : redact(words.get(verdict.part) ?? '', roles);
  return { style, band, score, votes, confidence, warnings, unanswered, mostly, part };
}

/** Everybody who takes part, by what they are here. */
export function rolesOf({ owner, startedBy, invited, questions }: StartedDecision): Roles {
  const given = Object.values(questions).flatMap(({ standing, notes }) => [
    ...(standing === null ? [] : [standing.person]),
    ...notes.map(({ person }) => person),
  ]);
  const others = [...new Set([startedBy, ...invited, ...given])].filter((person) => person !== owner);
  return new Map([
    [owner, 'the owner'],
    ...others.map((person, index) => [person, `participant ${index + 1}`] as const),
  ]);
}
