// Messages to Downbeat in its own DM: questions without a mention; edits and deletions are respected.
import type { App } from '@slack/bolt';
import { stepsIn } from '../drawings/steps-in-thread.ts';
import { stepsElsewhereSentence } from '../drawings/steps-sentences.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { directMessageSchema } from '../payloads.ts';
import { helpText } from '../sentences.ts';
import { takeQuestion } from '../take-question.ts';
import { plainWords } from '../user-text.ts';
import { followRevision } from './revision.ts';
import { hearInThread } from './thread-message.ts';

/** Registers the listener, one for all places: messages elsewhere are looked at apart. Other bots, and our own messages, are never answered. */
export function registerDirectMessage(app: App, parts: ListenerParts): void {
  app.event('message', async ({ event }) => {
    const parsed = directMessageSchema.safeParse(event);
    if (!parsed.success) return hearInThread(parts, event);
    const message = await followRevision(parts, parsed.data);
    if (message === null) return;
    const { ts, thread_ts, user, bot_id } = message;
    const text = plainWords(message.text);
    if (bot_id || user === parts.workspace.botUserId || text === '') return;
    const told = toldAtOnce(text);
    if (told !== null) {
      await parts.client.chat.postEphemeral({
        channel: message.channel,
        user,
        text: told,
        thread_ts: thread_ts ?? ts,
      });
      return;
    }
    const thread = { team: parts.workspace.key, channel: message.channel, threadTs: thread_ts ?? ts };
    await takeQuestion(parts, { thread, ts, person: user, text });
  });
}

/** The sentence for a message that is no question; null for one that is. */
function toldAtOnce(text: string): string | null {
  if (text.toLowerCase() === 'help') return helpText;
  return stepsIn(text) === null ? null : stepsElsewhereSentence;
}
