// Checks an exported record: does all of it follow from its events, and is a look overdue?
import { isDeepStrictEqual } from 'node:util';
import { exactRef } from '../application/drawings/given-steps.ts';
import { frameworkVersion } from '../application/framework-version.ts';
import { wordRef } from '../application/word-ref.ts';
import { verdictOf } from '../domain/decision/answers-of.ts';
import { type StartedDecision, unstarted } from '../domain/decision/decision.ts';
import type { DecisionEvent } from '../domain/decision/events.ts';
import { evolve, fold, ImpossibleEventError } from '../domain/decision/evolve.ts';
import type { Framework } from '../domain/framework.ts';
import { UnknownRulesError } from '../domain/verdict/rules.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import { told } from './build-record.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What a check found: nothing, or a sentence for each thing that is wrong. */
export type Verified = { readonly problems: readonly string[] };

/** What a record tells of its decision, as far as its own events decide it. */
type Told = ReturnType<typeof told>;

/** Told in sentences of their own, or where the verdict is checked. */
const special = ['status', 'answers', 'lookDueAt', 'verdict'] as const;

/** Recomputes a record at a moment. Works on the record alone: nothing else is read. */
export function verifyRecord(record: DecisionRecord, now: number): Verified {
  const decision = decisionOf(record);
  if (decision === null) return { problems: ['events: they do not make a decision'] };
  return { problems: [...disagreements(record, decision), ...overdue(record, now)] };
}

function decisionOf({ events }: DecisionRecord): StartedDecision | null {
  try {
    const decision = fold(events, unstarted);
    return decision.status === 'unstarted' ? null : decision;
  } catch (error) {
    if (error instanceof ImpossibleEventError) return null;
    throw error;
  }
}

function disagreements(record: DecisionRecord, decision: StartedDecision): readonly string[] {
  const { events, framework } = record;
  const words = new Map(Object.entries(record.words));
  const expected = told({ decision, events, words, framework });
  return [
    ...(record.status === expected.status
      ? []
      : [`status: the record says ${record.status}, its events say ${expected.status}`]),
    ...frameworkProblems(record, decision),
    ...answerProblems(record, expected),
    ...(record.lookDueAt === expected.lookDueAt
      ? []
      : [`reassessment: the record says ${dayOf(record.lookDueAt)}, its events say ${dayOf(expected.lookDueAt)}`]),
    ...fieldProblems(record, expected),
    ...toolProblems(record, decision),
    ...wordProblems(record),
    ...verdictProblems(record, decision),
  ];
}

/** Its version is the hash of what a verdict depends on, so a weight cannot be changed under it. */
function frameworkProblems({ framework }: DecisionRecord, decision: StartedDecision): readonly string[] {
  const version = frameworkVersion(framework);
  return [
    ...(framework.version === decision.framework
      ? []
      : [`framework: the record holds ${framework.version}, its events count by ${decision.framework}`]),
    ...(framework.version === version
      ? []
      : [`framework: it says ${framework.version}, its options and weights are ${version}`]),
  ];
}

function answerProblems(record: DecisionRecord, expected: Told): readonly string[] {
  return expected.answers.flatMap((answer) => {
    const { question } = answer;
    const said = record.answers.find((other) => other.question === question);
    const [says, should] = [said?.standing?.option ?? 'nothing', answer.standing?.option ?? 'nothing'];
    if (says !== should) return [`answers ${question}: the record says ${says}, its events say ${should}`];
    if (isDeepStrictEqual(said, answer)) return [];
    const field = said === undefined ? 'standing' : differing(said, answer);
    return [`answers ${question}: ${field} is not what its events say`];
  });
}

function differing(said: Told['answers'][number], answer: Told['answers'][number]): string {
  if (!isDeepStrictEqual(said.standing, answer.standing)) return 'standing';
  return isDeepStrictEqual(said.dissent, answer.dissent) ? 'notes' : 'dissent';
}

/** Everything else that follows from the events, each field compared as a whole. */
function fieldProblems(record: DecisionRecord, expected: Told): readonly string[] {
  const said = new Map<string, unknown>(Object.entries(record));
  return Object.entries(expected)
    .filter(([field]) => !special.some((name) => name === field))
    .filter(([field, value]) => !isDeepStrictEqual(said.get(field), value))
    .map(([field]) => `${field}: it is not what its events say`);
}

/** Which tools the answers name is a matter of the table that was in force, and is not checked. */
function toolProblems({ whatNext }: DecisionRecord, { toolAnswers }: StartedDecision): readonly string[] {
  const said = (whatNext?.answers ?? []).map(({ question, option, person, at }) => [question, { option, person, at }]);
  const expected = Object.entries(toolAnswers);
  return isDeepStrictEqual(said, expected) ? [] : ['whatNext: its answers are not what its events say'];
}

/** A reference is the hash of the words it stands for. */
function wordProblems({ decisionId, words }: DecisionRecord): readonly string[] {
  return Object.entries(words)
    .filter(([ref, text]) => ref !== wordRef(decisionId, text) && ref !== exactRef(decisionId, text))
    .map(([ref]) => `words ${ref}: the text is not the one that was written`);
}

function verdictProblems(record: DecisionRecord, decision: StartedDecision): readonly string[] {
  const { framework, verdict } = record;
  if (verdict === null) return decision.verdict === null ? [] : ['verdict: missing, though one was proposed'];
  const computed = recomputed(framework, decision);
  if (computed === null) return [`framework: this program has no rules of version ${framework.rulesVersion}`];
  if (!isDeepStrictEqual(verdict, computed))
    return verdict.style === computed.style && verdict.score === computed.score
      ? ['verdict: it differs in detail from what its answers compute to']
      : [
          `verdict: the record says ${verdict.style} (${verdict.score}), its answers compute to ${computed.style} (${computed.score})`,
        ];
  return proposalProblems(record);
}

/** Every verdict that was proposed under the framework the record holds follows from the answers there were then. */
function proposalProblems({ events, framework }: DecisionRecord): readonly string[] {
  const problems: string[] = [];
  let decision = fold([]);
  for (const event of events) {
    decision = evolve(decision, event);
    if (decision.status === 'unstarted' || !isProposedUnder(framework, event)) continue;
    if (!isDeepStrictEqual(event.verdict, recomputed(framework, decision)))
      problems.push(`events: the verdict proposed on ${dayOf(event.at)} does not follow from the answers there were`);
  }
  return problems;
}

function isProposedUnder(
  { version }: Framework,
  event: DecisionEvent,
): event is Extract<DecisionEvent, { type: 'VerdictProposed' }> {
  return event.type === 'VerdictProposed' && event.verdict.framework === version;
}

function recomputed(framework: Framework, decision: StartedDecision): Verdict | null {
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
