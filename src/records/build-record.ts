// Builds the JSON record of a decision from its events and words.

import type { NextSteps } from '../application/next-steps.ts';
import { countedAnswer } from '../domain/answers.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import type { RecordedAnswer } from '../domain/decision/answer-records.ts';
import { answersOf } from '../domain/decision/answers-of.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { questionRecord } from '../domain/decision/decision.ts';
import type { DecisionEvent } from '../domain/decision/events.ts';
import type { PersonId, WordRef } from '../domain/decision/refs.ts';
import { isSealed, isSealedNote } from '../domain/decision/team.ts';
import { workflowOf } from '../domain/decision/workflow-of.ts';
import { type AskedId, askedIds, type Framework, questionIds, type SourceLink } from '../domain/framework.ts';
import { watchItems } from '../domain/reassessment/watch-items.ts';
import { writeWorkflow } from '../domain/workflow/workflow-json.ts';
import { type DecisionRecord, RECORD_FORMAT } from './decision-record.ts';
import { whatNextOf } from './what-next.ts';

/** What a record tells again in its own words, and what can be checked by telling it once more. */
export type ToTell = {
  readonly decision: StartedDecision;
  readonly events: readonly DecisionEvent[];
  readonly words: ReadonlyMap<WordRef, string>;
  readonly framework: Framework;
};

/** Everything a record is made from. `events` are all of the decision's, from the first; `names` of whoever is known. */
export type RecordInput = ToTell & {
  readonly names: ReadonlyMap<PersonId, string>;
  readonly texts: CardTexts;
  readonly nextSteps: NextSteps;
  readonly exportedAt: number;
};

/** Shown where words were erased. */
export const erased = '(erased)';

/** The record of a decision. Answers that are still private to their authors are left out of it, and out of its events. */
export function buildRecord(input: RecordInput): DecisionRecord {
  const { decision, words, framework, exportedAt, names } = input;
  const events = input.events.filter((event) => isOpen(event, decision));
  const referred = JSON.stringify(events);
  const isReferredTo = ([reference]: readonly [string, string]) => referred.includes(JSON.stringify(reference));
  return {
    format: RECORD_FORMAT,
    exportedAt,
    ...told({ decision, events, words, framework }),
    people: Object.fromEntries([...names].filter(isReferredTo)),
    whatNext: whatNextOf(decision, input.nextSteps),
    framework,
    sources: [...sourcesOf(input)],
    events,
    words: Object.fromEntries([...words].filter(isReferredTo)),
  };
}

/** What follows from a decision's open events, their words and its framework, and from nothing else. */
export function told({ decision, events, words, framework }: ToTell) {
  const wordsOf = (ref: WordRef): string => words.get(ref) ?? erased;
  const { acceptance, ended } = decision;
  const workflow = workflowOf(decision, words);
  return {
    decisionId: decision.decisionId,
    title: wordsOf(decision.title),
    framing: decision.framing === null ? null : wordsOf(decision.framing),
    status: decision.status,
    round: decision.round,
    owner: decision.owner,
    participants: participantsOf(decision, events),
    place: decision.place,
    origin: decision.origin,
    successor: decision.successor,
    followUps: decision.followUps,
    verdict: decision.verdict,
    accepted:
      acceptance === null
        ? null
        : {
            person: acceptance.person,
            at: acceptance.at,
            round: acceptance.round,
            style: acceptance.verdict.style,
            rebuttal: acceptance.rebuttal === null ? null : wordsOf(acceptance.rebuttal),
          },
    ended: ended === null ? null : { ...ended, reason: ended.reason === null ? null : wordsOf(ended.reason) },
    answers: askedIds.map((question) => askedOf(question, decision, wordsOf)),
    watched: decision.verdict === null ? [] : [...watchItems(framework, answersOf(decision))],
    lookDueAt: decision.look?.dueAt ?? null,
    workflow: workflow === null ? null : writeWorkflow(workflow),
  } satisfies Partial<DecisionRecord>;
}

/** A private answer, and a note under it, are nobody's to export; their events come into the record with the reveal. */
function isOpen(event: DecisionEvent, decision: StartedDecision): boolean {
  if (event.type === 'NoteAdded') return !isSealedNote(decision, event.question, event.note);
  return event.type !== 'QuestionAnswered' || !isSealed(decision, event.question);
}

function participantsOf(decision: StartedDecision, events: readonly DecisionEvent[]): PersonId[] {
  const answering = events.flatMap((event) =>
    event.type === 'QuestionAnswered' && event.by !== null ? [event.by] : [],
  );
  return [...new Set([decision.owner, ...decision.invited, ...answering])].toSorted();
}

function askedOf(
  question: AskedId,
  decision: StartedDecision,
  wordsOf: (ref: WordRef) => string,
): DecisionRecord['answers'][number] {
  const { standing, given, notes } = questionRecord(decision, question);
  const dissent = Object.values(given).filter(
    (answer) => answer.option !== standing?.option || answer.part !== standing.part,
  );
  const told = ({ option, part, person, at, round }: RecordedAnswer) => ({
    option,
    part: part === null ? null : wordsOf(part),
    person,
    at,
    round,
  });
  return {
    question,
    standing: standing === null ? null : told(standing),
    dissent: dissent.map(told),
    notes: notes.map(({ note, person, at }) => ({ note: wordsOf(note), person, at })),
  };
}

/** Each source once: of the style, the rules, the warnings, the pattern, and the answers that count. */
function sourcesOf({ decision, texts }: RecordInput): readonly SourceLink[] {
  const { verdict } = decision;
  if (verdict === null) return [];
  const answers = answersOf(decision);
  const said = [
    ...texts.styles[verdict.style].sources,
    ...verdict.rules.flatMap((rule) => texts.rules[rule].sources),
    ...verdict.warnings.flatMap((warning) => texts.warnings[warning].sources),
    ...(verdict.pattern === null ? [] : texts.patterns[verdict.pattern.main].sources),
    ...questionIds.flatMap((question) => {
      const option = countedAnswer(question, answers);
      return option === null ? [] : (texts.options[question][option]?.sources ?? []);
    }),
  ];
  return [...new Map(said.map((source) => [source.url, source])).values()];
}
