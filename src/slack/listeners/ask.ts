// *Ask* on the recommendation card: the question is put into the decision's thread under the asker's name, and answered there.
import type { App } from '@slack/bolt';
import type { PersonId } from '../../domain/decision/refs.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { decodeActionValue } from '../action-value.ts';
import { context, plainSection } from '../cards/blocks.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import { type ListenerParts, troubleOf } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { questionNotPutSentence, storeFailureAtQuestionSentence, unreadableSentence } from '../sentences.ts';
import { onSubmission, type SubmissionAnswer } from '../submission.ts';
import { takeQuestion } from '../take-question.ts';
import { mention, words } from '../text.ts';
import { askView, questionLength } from '../views/ask.ts';

/** Registers the button and the modal. */
export function registerAsk(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.ask, async (click, ack) => {
    if (click.actor.member) return openModal(parts, click, ack, askView(click.value));
    await ack();
    await click.tell(refusal('outsider').words);
  });

  onSubmission(app, parts, viewIds.ask, async ({ actor, deliveryKey, metadata, value }) => {
    const target = decodeActionValue(metadata);
    const text = value(fieldIds.asking);
    if (target === null) return refused(unreadableSentence);
    if (text === null) return refused('A question needs a few words.');
    const shown = await decisionToShow(parts, target.decision);
    if (!shown.ok) return refused(shown.problem);
    const { place } = shown.decision;
    if (place === null) return refused(refusal('not-started').words);
    try {
      if (!(await parts.deliveries.first(parts.workspace.key, deliveryKey))) return { close: true };
    } catch (error) {
      const trouble = troubleOf(error, storeFailureAtQuestionSentence);
      if (trouble === null) throw error;
      return refused(trouble);
    }
    await put(parts, { ...place, person: actor.person, text });
    return { close: true };
  });
}

function refused(problem: string): SubmissionAnswer {
  return { close: false, field: fieldIds.asking, problem };
}

type Question = {
  readonly channel: string;
  readonly threadTs: string;
  readonly person: PersonId;
  readonly text: string;
};

/** The question stands in the thread first: an answer to nothing anybody can see would help nobody. */
async function put(parts: ListenerParts, question: Question): Promise<void> {
  const { channel, threadTs, person, text } = question;
  const ts = await post(parts, question);
  if (ts === null) {
    await parts.client.chat.postEphemeral({ channel, user: person, thread_ts: threadTs, text: questionNotPutSentence });
    return;
  }
  await takeQuestion(parts, { thread: { team: parts.workspace.key, channel, threadTs }, ts, person, text });
}

/** Where the question stands now, or null where Slack did not take it. */
async function post(parts: ListenerParts, { channel, threadTs, person, text }: Question): Promise<string | null> {
  const asks = `${mention(person)} asks`;
  try {
    const { ts } = await parts.client.chat.postMessage({
      channel,
      thread_ts: threadTs,
      text: `${asks}: ${words(text, questionLength)}`,
      blocks: [context(asks), plainSection(text)],
      unfurl_links: false,
      unfurl_media: false,
    });
    return ts ?? null;
  } catch (error) {
    parts.log.warn('question not put into the thread', { channel }, error);
    return null;
  }
}
