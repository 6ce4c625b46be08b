// What happened once there was a recommendation, and to the steps, as a sentence each.
import type { LifecycleEvent } from '../domain/decision/evolve-lifecycle.ts';
import type { LookEvent } from '../domain/decision/evolve-looks.ts';
import type { WorkflowEvent } from '../domain/decision/evolve-workflow.ts';
import type { DecisionRecord } from './decision-record.ts';
import { dateOf, plain } from './markdown.ts';
import { personIn } from './people.ts';

const places = {
  archived: 'heard that the channel was archived',
  unarchived: 'heard that the channel was brought back',
  'app-removed': 'was taken out of the channel',
  'app-returned': 'was brought back into the channel',
  shared: 'heard that the channel was shared with another organisation',
  unshared: 'heard that the channel is no longer shared',
} as const;

const outcomes = {
  unchanged: 'nothing has changed',
  partly: 'not everything was re-checked',
  changed: 'something changed',
} as const;

const itemWords = { 'still-so': 'still so', changed: 'changed', unknown: 'not known' } as const;

/** What somebody did around a recommendation, as the rest of a sentence that begins with their name. */
export function lifecycleDeed(event: LifecycleEvent, record: DecisionRecord): string {
  const because = (ref: string | null) => (ref === null ? '' : `: ${plain(record.words[ref] ?? '(erased)')}`);
  switch (event.type) {
    case 'BestCaseConsidered':
      return `considered the best case for the other style${because(event.rebuttal)}`;
    case 'DecisionAccepted':
      return `accepted it, round ${event.round}`;
    case 'DecisionRejected':
      return `rejected it${because(event.reason)}`;
    case 'DecisionAbandoned':
      return `abandoned it${because(event.reason)}`;
    case 'DecisionReopened':
      return 'reopened it';
    case 'HandedOver':
      return `handed it over to ${personIn(record, event.to)}`;
    case 'DecisionSuperseded':
      return `marked it as superseded by ${plain(event.successor)}`;
    case 'FollowUpLinked':
      return `linked ${plain(event.decisionId)}, which takes up a part of it`;
    case 'OwnerLeft':
      return `heard that the account of ${personIn(record, event.person)} is gone`;
    case 'PlaceChanged':
      return places[event.change];
    case 'ToolQuestionAnswered':
      return `answered “${plain(event.question)}” under What next with “${plain(event.option)}”`;
    case 'FrameworkAdopted':
      return `took on framework ${event.to} in place of ${event.from}`;
    default:
      return event satisfies never;
  }
}

/** The same for looks. */
export function lookDeed(event: LookEvent): string {
  switch (event.type) {
    case 'ScheduleSet': {
      const { hour, weekday, weeks, zone } = event.schedule;
      return `set the looks: every ${weeks === 1 ? 'week' : `${weeks} weeks`}, weekday ${weekday}, ${hour}:00 ${plain(zone)}`;
    }
    case 'LookScheduled':
      return `planned look ${event.occurrence} for ${dateOf(event.dueAt)}`;
    case 'ReminderHeldBack':
      return `held the reminder of look ${event.occurrence} back until a decent hour`;
    case 'LookPostponed':
      return `put look ${event.occurrence} off to ${dateOf(event.until)}`;
    case 'ReminderDue':
      return `reminded of look ${event.occurrence}`;
    case 'ReminderRepeated':
      return `reminded of look ${event.occurrence} again, week ${event.week}`;
    case 'WatchItemAnswered':
      return `said of ${plain(event.item)} in look ${event.occurrence}: ${itemWords[event.answer]}`;
    case 'ScopeAnswered':
      return `answered the closing question about ${event.scope.question} with “${event.scope.answer}”`;
    case 'LookFinished':
      return `ended look ${event.occurrence}: ${outcomes[event.outcome]}`;
    case 'RoundOpened':
      return `opened round ${event.round}${event.questions.length === 0 ? '' : `, asking again ${event.questions.join(', ')}`}`;
    case 'LooksStopped':
      return 'stopped the looks';
    default:
      return event satisfies never;
  }
}

/** The same for the steps. */
export function workflowDeed(event: WorkflowEvent, record: DecisionRecord): string {
  switch (event.type) {
    case 'WorkflowSet':
      return `gave the steps, ${event.steps.length} of them`;
    case 'PartStepsChosen':
      return `chose the steps of the part: ${event.steps.join(', ')}`;
    case 'WhatIfTried':
      return `tried a change of the steps: ${plain(record.words[event.whatIf] ?? '(erased)')}`;
    default:
      return event satisfies never;
  }
}
