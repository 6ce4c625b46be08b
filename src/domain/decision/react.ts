// Which effects events cause: the cards that must be made right. Effects say what, never how.
import { type AskedId, consistencyQuestionId, type PillarNumber, pillarNumbers, pillarOf } from '../framework.ts';
import { type CardEffect, type CardKey, cardEffect, cardKeys } from './card-keys.ts';
import { pillarRecord, type StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import { isComplete } from './pillars.ts';
import { stepsCards, type WhatIfEffect, whatIfEffects } from './react-workflow.ts';
import { openPillar } from './team.ts';

/** Something to be done outside, safe to repeat: "make this card right", or show a change that was tried. */
export type Effect = CardEffect | WhatIfEffect;

/**
 * The effects owed because of these events; `decision` is the state after them. The root card is edited once a pillar,
 * not once an answer, because edits are what Slack rations (design.md §8, `chat.update`).
 */
export function react(events: readonly DecisionEvent[], decision: StartedDecision): readonly Effect[] {
  const touched = new Set<CardKey>();
  for (const event of events) {
    for (const card of cardsTouchedBy(event, decision)) touched.add(card);
    for (const card of stepsCards(event, decision)) touched.add(card);
  }
  const main = cardKeys.filter((card) => touched.has(card));
  const others = [...touched].filter((card) => !cardKeys.includes(card)).toSorted();
  return [...[...main, ...others].map(cardEffect), ...whatIfEffects(events, decision)];
}

/** With the first answer the root card stops offering to answer as a team. */
function isOnlyAnswer({ questions }: StartedDecision): boolean {
  return Object.values(questions).filter(({ standing }) => standing !== null).length === 1;
}

/** A pillar that was skipped has all its answers now: the root card no longer shows it as skipped. */
function fillsSkipped(question: AskedId, decision: StartedDecision): boolean {
  if (question === consistencyQuestionId) return false;
  const pillar = pillarOf[question];
  return pillarRecord(decision, pillar).skipped && isComplete(decision, pillar);
}

function cardsTouchedBy(event: DecisionEvent, decision: StartedDecision): readonly CardKey[] {
  switch (event.type) {
    case 'DecisionStarted':
      return ['root'];
    case 'ThreadOpened':
      return ['pillar-1'];
    case 'StartWithdrawn':
      return [];
    case 'QuestionAnswered':
      return [
        ...(isOnlyAnswer(decision) || fillsSkipped(event.question, decision) ? (['root'] as const) : []),
        ...cardsOfQuestion(event.question),
        ...roundCard(decision),
        ...finderCard(event.question, decision),
      ];
    case 'NoteAdded':
      return cardsOfQuestion(event.question);
    case 'FinderNamed':
    case 'FinderLeft':
      return cardsOfQuestion(event.question);
    case 'FinderReminded':
      return [`finder-${event.question}`];
    case 'PillarUnfolded':
    case 'PillarFolded':
      return [`pillar-${event.pillar}`];
    case 'PillarPassed':
    case 'PillarSkipped':
    case 'PillarRevealed':
      return ['root', `pillar-${event.pillar}`, nextCard(decision)];
    case 'TeamModeChosen':
      return ['root', 'pillar-1'];
    case 'VerdictProposed':
      return ['root', 'recommendation', ...roundCard(decision)];
    case 'BestCaseConsidered':
      return ['recommendation'];
    case 'DecisionAccepted':
    case 'DecisionRejected':
    case 'DecisionAbandoned':
    case 'DecisionReopened':
    case 'DecisionSuperseded':
      return [
        'root',
        'recommendation',
        'outcome',
        ...openPillarCards(decision),
        ...roundCard(decision),
        ...lastReminder(decision),
      ];
    case 'HandedOver':
      return ['root', 'recommendation', 'adoption', ...lastReminder(decision)];
    case 'OwnerLeft':
      return ['root', 'adoption'];
    case 'FollowUpLinked':
      return ['root'];
    case 'PlaceChanged':
      return ['root', ...lastReminder(decision)];
    case 'ToolQuestionAnswered':
      return ['outcome'];
    case 'FrameworkAdopted':
      return ['root', ...roundCard(decision), ...lastReminder(decision)];
    case 'LookScheduled':
    case 'ScheduleSet':
      return ['root'];
    case 'LooksStopped':
    case 'LookPostponed':
      return ['root', ...lastReminder(decision)];
    case 'ReminderHeldBack':
      return [];
    case 'ReminderDue':
      return ['root', `reminder-${event.reminder}`];
    case 'ReminderRepeated':
      return [
        'root',
        `reminder-${event.reminder}`,
        ...(event.reminder > 1 ? [`reminder-${event.reminder - 1}` as const] : []),
      ];
    case 'WatchItemAnswered':
      return lastReminder(decision);
    case 'ScopeAnswered':
      return [...lastReminder(decision), ...roundCard(decision)];
    case 'LookFinished':
      return ['root', ...lastReminder(decision)];
    case 'RoundOpened':
      return ['root', 'recommendation', 'outcome', `round-${event.round}`];
    case 'WorkflowSet':
      return [...(decision.verdict === null ? [] : (['recommendation'] as const)), ...roundCard(decision)];
    case 'PartStepsChosen':
    case 'WhatIfTried':
      return [];
    default:
      return event satisfies never;
  }
}

function cardsOfQuestion(question: AskedId): readonly CardKey[] {
  return [question === consistencyQuestionId ? 'recommendation' : `pillar-${pillarOf[question]}`];
}

/** The pillars' cards that stand with their questions open: they offer buttons only while answers are gathered. */
function openPillarCards(decision: StartedDecision): readonly CardKey[] {
  const isOpen = (pillar: PillarNumber) => pillar === openPillar(decision) || pillarRecord(decision, pillar).unfolded;
  return pillarNumbers.filter(isOpen).map((pillar): CardKey => `pillar-${pillar}`);
}

/** The card of a later round; the first round's questions are on the pillars' cards. */
function roundCard({ round }: StartedDecision): readonly CardKey[] {
  return round > 1 ? [`round-${round}`] : [];
}

function finderCard(question: AskedId, { finders }: StartedDecision): readonly CardKey[] {
  return finders[question]?.reminded === true ? [`finder-${question}`] : [];
}

function lastReminder({ reminders }: StartedDecision): readonly CardKey[] {
  return reminders > 0 ? [`reminder-${reminders}`] : [];
}

/** The card that is due next: the first pillar nobody has passed, or the recommendation. */
export function nextCard(decision: StartedDecision): CardKey {
  const open = openPillar(decision);
  return open === null ? 'recommendation' : `pillar-${open}`;
}
