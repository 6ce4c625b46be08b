// Folds what happens to answers: the latest stands, private ones stay sealed, revealed ones are merged.
import { isActive } from '../answers.ts';
import { type AskedId, consistencyQuestionId, type PillarNumber, pillarOf, pillarQuestionIds } from '../framework.ts';
import { mergeChoices } from '../merge-answers.ts';
import type { PillarRecord, QuestionRecord, RecordedAnswer } from './answer-records.ts';
import { answersOf, membersOf } from './answers-of.ts';
import { pillarRecord, questionRecord, type StartedDecision } from './decision.ts';
import type { EventOf } from './events.ts';
import type { PersonId } from './refs.ts';
import { isSealed } from './team.ts';

/** The decision after an answer. */
export function answered(decision: StartedDecision, event: EventOf<'QuestionAnswered'>): StartedDecision {
  const { question } = event;
  const answer: RecordedAnswer = {
    option: event.option,
    part: event.part,
    person: event.by ?? decision.owner,
    actionTs: event.actionTs,
    at: event.at,
    round: event.round,
  };
  if (isSealed(decision, question)) return sealed(decision, question, answer);
  if (isGivenByEach(decision, question)) return givenOpenly(decision, question, answer);
  const record = questionRecord(decision, question);
  if (record.standing !== null && !isLater(answer, record.standing)) return decision;
  const now = withQuestion(decision, question, { ...record, given: {}, standing: answer, replaced: record.standing });
  const answers = answersOf(now);
  const asksAgain = decision.asksAgain.filter((asked) => asked !== question && isActive(asked, answers));
  return withChange({ ...now, asksAgain }, question, { from: record.standing, answer });
}

/** In a team's first round each person's answer counts; what a later round asks again is settled by the latest click. */
function isGivenByEach(decision: StartedDecision, question: AskedId): boolean {
  return decision.team !== null && question !== consistencyQuestionId && decision.round === 1;
}

function sealed(decision: StartedDecision, question: AskedId, answer: RecordedAnswer): StartedDecision {
  const { team } = decision;
  if (team === null) return decision;
  const own = team.sealed[question]?.[answer.person];
  if (own !== undefined && !isLater(answer, own)) return decision;
  const people = { ...team.sealed[question], [answer.person]: answer };
  const pillar = question === consistencyQuestionId ? null : pillarOf[question];
  const firstAt = pillar === null ? team.firstAt : { [pillar]: answer.at, ...team.firstAt };
  return { ...decision, team: { ...team, firstAt, sealed: { ...team.sealed, [question]: people } } };
}

function givenOpenly(decision: StartedDecision, question: AskedId, answer: RecordedAnswer): StartedDecision {
  const record = questionRecord(decision, question);
  const own = record.given[answer.person];
  if (own !== undefined && !isLater(answer, own)) return decision;
  const given = { ...record.given, [answer.person]: answer };
  const merged = withMergedAnswers(withQuestion(decision, question, { ...record, given }));
  return withChange(merged, question, { from: own ?? null, answer });
}

/** The decision after a pillar's answers were opened to all: they leave the seal and are merged. */
export function revealed(decision: StartedDecision, pillar: PillarNumber): StartedDecision {
  const { team } = decision;
  if (team === null) return decision;
  const sealedAnswers = { ...team.sealed };
  const sealedNotes = { ...team.sealedNotes };
  const questions = { ...decision.questions };
  for (const question of pillarQuestionIds[pillar]) {
    const record = questionRecord(decision, question);
    const given = team.sealed[question] ?? record.given;
    const notes = [...record.notes, ...(team.sealedNotes[question] ?? [])];
    if (given !== record.given || notes.length > record.notes.length) questions[question] = { ...record, given, notes };
    delete sealedAnswers[question];
    delete sealedNotes[question];
  }
  const open = { ...team, sealed: sealedAnswers, sealedNotes, revealed: [...team.revealed, pillar] };
  return withPillar(withMergedAnswers({ ...decision, team: open, questions }), pillar, {
    passed: true,
    unfolded: false,
  });
}

/** Each question's standing answer is what the revealed answers merge to, held by the one who gave it last. */
function withMergedAnswers(decision: StartedDecision): StartedDecision {
  const merged = mergeChoices(membersOf(decision).map((member) => member.answers));
  const questions = { ...decision.questions };
  for (const [pillar, ids] of Object.entries(pillarQuestionIds)) {
    if (decision.team?.revealed.some((open) => `${open}` === pillar) !== true) continue;
    for (const question of ids) {
      const record = questionRecord(decision, question);
      const option = merged.choices[question] ?? null;
      const standing = option === null ? null : holderOf(record, option, question === '5c' ? merged.part : null);
      questions[question] = { ...record, standing, replaced: null };
    }
  }
  return { ...decision, questions };
}

/** A contested owner counts as none (scoring.md §4): an answer that perhaps nobody gave. */
function holderOf({ given }: QuestionRecord, option: string, part: string | null): RecordedAnswer | null {
  const answers = Object.values(given).toSorted((one, other) => (isLater(one, other) ? -1 : 1));
  const [latest] = answers;
  const holder =
    answers.find((answer) => answer.option === option && (part === null || answer.part === part)) ?? latest;
  return holder === undefined ? null : { ...holder, option, part: option === 'part' ? part : null };
}

function withChange(
  decision: StartedDecision,
  question: AskedId,
  { from, answer }: { readonly from: RecordedAnswer | null; readonly answer: RecordedAnswer },
): StartedDecision {
  const newestChange = { question, from: from?.option ?? null, to: answer.option, person: answer.person };
  return { ...decision, newestChange };
}

/** Later means the greater `action_ts`, compared as numbers of unequal length (design.md §2, Who answers). */
export function isLater(answer: { readonly actionTs: string }, than: { readonly actionTs: string }): boolean {
  const [seconds = '', fraction = ''] = answer.actionTs.split('.');
  const [thanSeconds = '', thanFraction = ''] = than.actionTs.split('.');
  const difference = Number(seconds) - Number(thanSeconds);
  if (difference !== 0) return difference > 0;
  return fraction.padEnd(9, '0') >= thanFraction.padEnd(9, '0');
}

/** The decision with another record of a question. */
export function withQuestion(decision: StartedDecision, question: AskedId, record: QuestionRecord): StartedDecision {
  return { ...decision, questions: { ...decision.questions, [question]: record } };
}

/** The decision with a pillar's record changed. */
export function withPillar(
  decision: StartedDecision,
  pillar: PillarNumber,
  change: Partial<PillarRecord>,
): StartedDecision {
  return { ...decision, pillars: { ...decision.pillars, [pillar]: { ...pillarRecord(decision, pillar), ...change } } };
}

/** The decision with a note put under a question; one under a private answer stays with its author. */
export function noted(decision: StartedDecision, event: EventOf<'NoteAdded'>): StartedDecision {
  const { team } = decision;
  const { question } = event;
  const person: PersonId = event.by ?? decision.owner;
  const note = { note: event.note, person, at: event.at };
  if (team !== null && isSealed(decision, question)) {
    const sealedNotes = { ...team.sealedNotes, [question]: [...(team.sealedNotes[question] ?? []), note] };
    return { ...decision, team: { ...team, sealedNotes } };
  }
  const record = questionRecord(decision, question);
  return withQuestion(decision, question, { ...record, notes: [...record.notes, note] });
}
