// Puts a look off: to the next working day, for a week or a month, or to a day.
import type { App } from '@slack/bolt';
import type { SnoozeUntil } from '../../domain/reassessment/slots.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick, recordClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { snoozeDateView } from '../views/snooze-date.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

const stretches: readonly Exclude<SnoozeUntil['kind'], 'day'>[] = ['next-working-day', 'week', 'month'];

/** Registers the menu and the modal. */
export function registerSnooze(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.snooze, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    const kind = stretches.find((known) => known === click.value.does);
    const occurrence = shown.ok ? shown.decision.look?.occurrence : undefined;
    if (!shown.ok || occurrence === undefined) {
      await ack();
      return click.tell(shown.ok ? unreadableSentence : shown.problem);
    }
    if (kind === undefined) {
      const { card, decision } = click.value;
      return openModal(parts, click, ack, snoozeDateView({ card, decision, occurrence }));
    }
    await recordClick(parts, click, {
      ack,
      command: { type: 'SnoozeLook', by: click.actor, at: parts.now(), occurrence, until: { kind } },
    });
  });

  onSubmission(app, parts, viewIds.snoozeDate, async (submission) => {
    const field = fieldIds.day;
    const clicked = decodeActionValue(submission.metadata);
    const date = Date.parse(`${submission.value(field) ?? ''}T00:00:00Z`);
    if (clicked?.occurrence === undefined || Number.isNaN(date))
      return { close: false, field, problem: unreadableSentence };
    return recordSubmission(parts, submission, {
      decisionId: clicked.decision,
      field,
      words: {},
      command: {
        type: 'SnoozeLook',
        by: submission.actor,
        at: parts.now(),
        occurrence: clicked.occurrence,
        until: { kind: 'day', day: Math.floor(date / DAY_MS) },
      },
    });
  });
}
