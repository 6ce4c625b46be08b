// The modal that starts a decision.
import type { App } from '@slack/bolt';
import { decodeStartPlace } from '../action-value.ts';
import { stepsProblem } from '../drawings/steps-sentences.ts';
import { fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { noTitleSentence, unreadableSentence } from '../sentences.ts';
import { startDecision } from '../start.ts';
import { strangerProblem } from '../stranger-problem.ts';
import { onSubmission } from '../submission.ts';

const LETTER = /\p{L}/u;

/** Registers the listener. */
export function registerStartForm(app: App, parts: ListenerParts): void {
  onSubmission(app, parts, viewIds.startDecision, async (submission) => {
    const field = fieldIds.title;
    const place = decodeStartPlace(submission.metadata);
    const title = submission.value(fieldIds.title) ?? '';
    if (place === null) return { close: false, field, problem: unreadableSentence };
    const channel = place.channel ?? submission.value(fieldIds.place);
    if (channel === null) return { close: false, field: fieldIds.place, problem: 'Choose a channel.' };
    if (!LETTER.test(title)) return { close: false, field, problem: noTitleSentence(title) };
    const steps = submission.value(fieldIds.steps);
    const misread = steps === null ? null : stepsProblem(steps);
    if (misread !== null) return { close: false, field: fieldIds.steps, problem: misread };
    const owner = submission.value(fieldIds.owner) ?? submission.actor.person;
    const stranger = owner === submission.actor.person ? null : await strangerProblem(parts, channel, owner);
    if (stranger !== null) return { close: false, field: fieldIds.owner, problem: stranger };
    const problem = await startDecision(parts, {
      deliveryKey: submission.deliveryKey,
      actor: submission.actor,
      title,
      framing: submission.value(fieldIds.framing),
      owner,
      invited: submission.values(fieldIds.invited),
      channel,
      threadTs: place.threadTs,
      replyUrl: place.replyUrl,
      steps,
      ...(place.origin === undefined ? {} : { origin: place.origin }),
    });
    return problem === null ? { close: true } : { close: false, field, problem };
  });
}
