// Puts a look off: to the next working day, for a week or a month, or to a day. A digest has one menu for this and for
// what else is done about a reminder.
import type { App } from '@slack/bolt';
import { timeZones } from '../../application/reassess/zones.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { slotFactsOf } from '../../domain/decision/plan-look.ts';
import { type SnoozeUntil, slotAfterSnooze } from '../../domain/reassessment/slots.ts';
import { decodeActionValue } from '../action-value.ts';
import { menuActs } from '../cards/more-menu.ts';
import { type Click, onClick, recordClick } from '../click.ts';
import { decisionToShow, nameOf } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { dayOfDate, snoozeDateView } from '../views/snooze-date.ts';
import { doAct } from './more.ts';

const stretches: readonly Exclude<SnoozeUntil['kind'], 'day'>[] = ['next-working-day', 'week', 'month'];

/** Registers the menus and the modal. */
export function registerSnooze(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.snooze, (click, ack) => putOff(parts, click, ack));

  onClick(app, parts, actionPatterns.notNow, (click, ack) => {
    const act = menuActs.find((known) => known === click.value.does);
    return act === undefined ? putOff(parts, click, ack) : doAct(parts, click, { act, ack });
  });

  onSubmission(app, parts, viewIds.snoozeDate, async (submission) => {
    const field = fieldIds.day;
    const clicked = decodeActionValue(submission.metadata);
    const day = dayOfDate(submission.value(field) ?? '');
    if (clicked?.occurrence === undefined || day === null) return { close: false, field, problem: unreadableSentence };
    return recordSubmission(parts, submission, {
      decisionId: clicked.decision,
      field,
      words: {},
      command: {
        type: 'SnoozeLook',
        by: submission.actor,
        at: parts.now(),
        occurrence: clicked.occurrence,
        until: { kind: 'day', day },
      },
    });
  });
}

async function putOff(parts: ListenerParts, click: Click, ack: () => Promise<void>): Promise<void> {
  const shown = await decisionToShow(parts, click.value.decision);
  const kind = stretches.find((known) => known === click.value.does);
  const occurrence = shown.ok ? shown.decision.look?.occurrence : undefined;
  if (!shown.ok || occurrence === undefined) {
    await ack();
    return click.tell(shown.ok ? unreadableSentence : shown.problem);
  }
  if (kind === undefined) {
    const { card, decision, does } = click.value;
    const day = does === 'month-or-day' ? inAMonth(shown.decision, parts.now()) : null;
    const view = snoozeDateView({ card, decision, occurrence }, { name: nameOf(shown), day });
    return openModal(parts, click, ack, view);
  }
  await recordClick(parts, click, {
    ack,
    command: { type: 'SnoozeLook', by: click.actor, at: parts.now(), occurrence, until: { kind } },
  });
}

/** The day on which a look comes back that is put off for a month, counted from 1970-01-01 where the owner is. */
function inAMonth(decision: StartedDecision, at: number): number {
  const facts = slotFactsOf(decision, timeZones);
  return timeZones.localOf(slotAfterSnooze(at, { kind: 'month' }, facts), facts.schedule.zone).day;
}
