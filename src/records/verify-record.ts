// Checks an exported record: does its verdict follow from its answers, and is a look overdue?
import { answersOf, verdictOf } from '../domain/decision/answers-of.ts';
import { type Decision, type StartedDecision, unstarted } from '../domain/decision/decision.ts';
import { fold, ImpossibleEventError } from '../domain/decision/evolve.ts';
import { questionIds } from '../domain/framework.ts';
import { UnknownRulesError } from '../domain/verdict/rules.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What a check found: nothing, or a sentence for each thing that is wrong. */
export type Verified = { readonly problems: readonly string[] };

/** Recomputes a record at a moment. Works on the record alone: nothing else is read. */
export function verifyRecord(record: DecisionRecord, now: number): Verified {
  const decision = decisionOf(record);
  if (decision === null) return { problems: ['events: they do not make a decision'] };
  return { problems: [...disagreements(record, decision), ...overdue(record, now)] };
}

function decisionOf({ events }: DecisionRecord): StartedDecision | null {
  let decision: Decision;
  try {
    decision = fold(events, unstarted);
  } catch (error) {
    if (error instanceof ImpossibleEventError) return null;
    throw error;
  }
  return decision.status === 'unstarted' ? null : decision;
}

function disagreements(record: DecisionRecord, decision: StartedDecision): readonly string[] {
  const problems: string[] = [];
  if (record.status !== decision.status)
    problems.push(`status: the record says ${record.status}, its events say ${decision.status}`);
  if (record.framework.version !== decision.framework)
    problems.push(`framework: the record holds ${record.framework.version}, its events count by ${decision.framework}`);
  const standing = answersOf(decision).choices;
  for (const question of questionIds) {
    const said = record.answers.find((answer) => answer.question === question)?.standing?.option;
    if (said !== standing[question])
      problems.push(
        `answers ${question}: the record says ${said ?? 'nothing'}, its events say ${standing[question] ?? 'nothing'}`,
      );
  }
  const lookDueAt = decision.look?.dueAt ?? null;
  if (record.lookDueAt !== lookDueAt)
    problems.push(`reassessment: the record says ${dayOf(record.lookDueAt)}, its events say ${dayOf(lookDueAt)}`);
  return [...problems, ...verdictProblems(record, decision)];
}

function verdictProblems(record: DecisionRecord, decision: StartedDecision): readonly string[] {
  if (record.verdict === null) return decision.verdict === null ? [] : ['verdict: missing, though one was proposed'];
  const computed = recomputed(record, decision);
  if (computed === null) return [`framework: this program has no rules of version ${record.framework.rulesVersion}`];
  if (JSON.stringify(record.verdict) === JSON.stringify(computed)) return [];
  return record.verdict.style === computed.style && record.verdict.score === computed.score
    ? ['verdict: it differs in detail from what its answers compute to']
    : [
        `verdict: the record says ${record.verdict.style} (${record.verdict.score}), its answers compute to ${computed.style} (${computed.score})`,
      ];
}

function recomputed({ framework }: DecisionRecord, decision: StartedDecision): Verdict | null {
  try {
    return verdictOf(framework, decision);
  } catch (error) {
    if (error instanceof UnknownRulesError) return null;
    throw error;
  }
}

function overdue({ lookDueAt, status }: DecisionRecord, now: number): readonly string[] {
  const looked = status === 'accepted' || status === 'proposed';
  if (lookDueAt === null || lookDueAt > now || !looked) return [];
  return [`reassessment: overdue since ${dayOf(lookDueAt)}`];
}

function dayOf(at: number | null): string {
  return at === null ? 'none' : new Date(at).toISOString().slice(0, 10);
}
