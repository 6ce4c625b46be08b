// The message shortcut "Decide this": the message becomes the framing of a decision in its thread.
import type { App } from '@slack/bolt';
import { shortcutIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { messageShortcutSchema } from '../payloads.ts';
import { privateReply } from '../private-reply.ts';
import { plainWords } from '../user-text.ts';
import { startDecisionView } from '../views/start-decision.ts';

/** Registers the listener. The title is proposed from the message's first line; a person confirms it. */
export function registerMessageShortcut(app: App, parts: ListenerParts): void {
  app.shortcut({ type: 'message_action', callback_id: shortcutIds.decideThis }, async ({ ack, body, respond }) => {
    const shortcut = messageShortcutSchema.parse(body);
    const { message, channel, user } = shortcut;
    const framing = plainWords(message.text ?? '');
    const view = startDecisionView({
      place: { channel: channel.id, threadTs: message.thread_ts ?? message.ts, replyUrl: shortcut.response_url },
      starter: user.id,
      title: firstLine(framing),
      framing: framing === '' ? null : framing,
    });
    const tell = async (text: string) => {
      await respond(privateReply(text, message));
    };
    await openModal(parts, { triggerId: shortcut.trigger_id, tell }, () => ack(), view);
  });
}

function firstLine(text: string): string | null {
  const [line = ''] = text.split('\n');
  const sentence = line.split(/(?<=[.!?])\s/u)[0] ?? line;
  return sentence === '' ? null : sentence;
}
