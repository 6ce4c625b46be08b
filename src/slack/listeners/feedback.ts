// Whether an answer helped: kept with what it was made from; after "not helpful" a reason may be given, none is required.
import type { App } from '@slack/bolt';
import type { PersonId } from '../../domain/decision/refs.ts';
import { decodeFeedback, type FeedbackValue } from '../feedback-value.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission } from '../submission.ts';
import { feedbackReasonView } from '../views/feedback-reason.ts';

/** Registers the buttons and the modal. */
export function registerFeedback(app: App, parts: ListenerParts): void {
  app.action({ type: 'block_actions', action_id: actionPatterns.feedback }, async ({ ack, body, respond }) => {
    const { actions, user, trigger_id: triggerId } = clickSchema.parse(body);
    const given = decodeFeedback(actions[0]?.value ?? undefined);
    const tell = async (text: string) => {
      await respond({ response_type: 'ephemeral', replace_original: false, text });
    };
    if (given === null) {
      await ack();
      await tell(unreadableSentence);
      return;
    }
    if (given.helpful) await ack();
    else await openModal(parts, { triggerId, tell }, () => ack(), feedbackReasonView(given));
    await keep(parts, { person: user.id, given, reason: null });
  });

  onSubmission(app, parts, viewIds.feedbackReason, async (submission) => {
    const given = decodeFeedback(submission.metadata);
    if (given === null) return { close: false, field: fieldIds.reason, problem: unreadableSentence };
    await keep(parts, { person: submission.actor.person, given, reason: submission.value(fieldIds.reason) });
    return { close: true };
  });
}

/** The words of the question stay with the transcript: an opinion names the message, and keeps no text of its own. */
async function keep(
  parts: ListenerParts,
  {
    person,
    given,
    reason,
  }: { readonly person: PersonId; readonly given: FeedbackValue; readonly reason: string | null },
): Promise<void> {
  await parts.feedback.keep(parts.workspace.key, { ...given, at: parts.now(), person, reason, question: null });
}
