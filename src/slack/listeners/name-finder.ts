// *Who finds out?* under an answer nobody knows: somebody, and until when.
import type { App } from '@slack/bolt';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { nameFinderView } from '../views/name-finder.ts';

const strangerSentence =
  'They are not in this channel, so they cannot see what it is about. Invite them first, or choose somebody who is. Nothing was recorded.';
const membershipUnknownSentence =
  'Slack does not say at the moment whether they are in this channel. Nothing was recorded. Try again in a minute.';

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
    const problem = await strangerProblem(parts, target.decision, person);
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

/** Whoever finds out is written to alone, with the decision's title: somebody in its channel, and nobody else. */
async function strangerProblem(parts: ListenerParts, decisionId: string, person: string): Promise<string | null> {
  const shown = await decisionToShow(parts, decisionId);
  if (!shown.ok) return shown.problem;
  const channels = await parts.memberships.channelsOf(person);
  if (channels === null) return membershipUnknownSentence;
  return channels.has(shown.decision.channel) ? null : strangerSentence;
}
