// Takes a question in for whoever asked; where that fails, says so: Slack does not deliver an event again (slack-platform.md §1.4).
import { type Asked, ask } from '../application/converse/ask.ts';
import { type ListenerParts, troubleOf } from './listener-parts.ts';
import { accidentSentence, storeFailureAtQuestionSentence } from './sentences.ts';

/** Takes it. Only an accident nobody foresaw is thrown on, after the person was told. */
export async function takeQuestion(parts: ListenerParts, asked: Asked): Promise<void> {
  try {
    // Plain questions of the same thread wait for this as well; so they stay in order.
    await parts.questionsReady();
    await ask(parts, asked);
  } catch (error) {
    const trouble = troubleOf(error, storeFailureAtQuestionSentence);
    const { thread, person: user } = asked;
    parts.log.warn('question not taken', { channel: thread.channel, ts: asked.ts }, error);
    const text = trouble ?? accidentSentence;
    await parts.client.chat.postEphemeral({ channel: thread.channel, user, text, thread_ts: thread.threadTs });
    if (trouble === null) throw error;
  }
}
