// *Who finds out?* under an answer nobody knows: somebody, and until when.
import type { App } from '@slack/bolt';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { strangerProblem } from '../stranger-problem.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { nameFinderView } from '../views/name-finder.ts';

/** Registers the button and the modal. */
export function registerNameFinder(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.nameFinder, async (click, ack) => {
    const { question } = click.value;
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok || question === undefined) {
      await ack();
      return click.tell(shown.ok ? unreadableSentence : shown.problem);
    }
    const clicked = { ...click.value, question };
    const { framework } = shown;
    await openModal(parts, click, ack, nameFinderView(clicked, { framework, person: click.actor.person }));
  });

  onSubmission(app, parts, viewIds.nameFinder, async (submission) => {
    const field = fieldIds.day;
    const target = decodeActionValue(submission.metadata);
    const person = submission.value(fieldIds.finder);
    const until = Date.parse(`${submission.value(field) ?? ''}T12:00:00Z`);
    if (target?.question === undefined || person === null || Number.isNaN(until))
      return { close: false, field, problem: unreadableSentence };
    const shown = await decisionToShow(parts, target.decision);
    const problem = shown.ok ? await strangerProblem(parts, shown.decision.channel, person) : shown.problem;
    if (problem !== null) return { close: false, field: fieldIds.finder, problem };
    const zone = await parts.people.zoneOf(person);
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: {},
      command: {
        type: 'NameFinder',
        by: submission.actor,
        at: parts.now(),
        question: target.question,
        person,
        until,
        zone,
      },
    });
  });
}
