// Whether an answer helped: kept with what it was made from; after "not helpful" a reason may be given, none is required.
import type { App } from '@slack/bolt';
import { keepFeedback } from '../../application/converse/keep-feedback.ts';
import type { PersonId } from '../../domain/decision/refs.ts';
import { decodeFeedback, decodeOpinion, type Opinion } from '../feedback-value.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { privateReply } from '../private-reply.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission } from '../submission.ts';
import { feedbackReasonView } from '../views/feedback-reason.ts';

/** Registers the buttons and the modal. */
export function registerFeedback(app: App, parts: ListenerParts): void {
  app.action({ type: 'block_actions', action_id: actionPatterns.feedback }, async ({ ack, body, respond }) => {
    const { actions, user, channel, message, trigger_id: triggerId } = clickSchema.parse(body);
    const given = decodeFeedback(actions[0]?.value ?? undefined);
    const tell = async (text: string) => {
      await respond(privateReply(text, message));
    };
    if (given === null || !channel || !message) {
      await ack();
      await tell(unreadableSentence);
      return;
    }
    const opinion = { given, thread: { channel: channel.id, threadTs: message.thread_ts ?? message.ts } };
    if (given.helpful) await ack();
    else await openModal(parts, { triggerId, tell }, () => ack(), feedbackReasonView(opinion));
    await keep(parts, user.id, { ...opinion, reason: null });
  });

  onSubmission(app, parts, viewIds.feedbackReason, async (submission) => {
    const opinion = decodeOpinion(submission.metadata);
    if (opinion === null) return { close: false, field: fieldIds.reason, problem: unreadableSentence };
    await keep(parts, submission.actor.person, { ...opinion, reason: submission.value(fieldIds.reason) });
    return { close: true };
  });
}

function keep(
  parts: ListenerParts,
  person: PersonId,
  { given, thread, reason }: Opinion & { readonly reason: string | null },
): Promise<void> {
  const entry = { ...given, at: parts.now(), person, reason };
  return keepFeedback(parts, { team: parts.workspace.key, ...thread }, entry);
}
