// Plain messages in the threads of decisions, where the app may read them: clear questions are answered, human talk is
// left alone, and what was edited or deleted is respected.
import { ask } from '../../application/converse/ask.ts';
import { threadName } from '../../application/handle-command.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { channelMessageSchema } from '../payloads.ts';
import { plainWords } from '../user-text.ts';
import { isMember } from '../workspace.ts';

/** Turns of a thread among which an edited one is looked for. */
const TURNS = 100;

/** Takes one message event of a channel. Nothing is kept of a message that is no question to Downbeat. */
export async function hearInThread(parts: ListenerParts, event: unknown): Promise<void> {
  const parsed = channelMessageSchema.safeParse(event);
  if (!parsed.success) return;
  const message = parsed.data;
  const thread = (root: string) => ({ team: parts.workspace.key, channel: message.channel, threadTs: root });
  if (message.subtype === 'message_deleted') {
    const { ts, thread_ts } = message.previous_message;
    return parts.transcripts.forget(thread(thread_ts ?? ts), ts);
  }
  if (message.subtype === 'message_changed') {
    const { ts, thread_ts, text } = message.message;
    const turns = await parts.transcripts.latest(thread(thread_ts ?? ts), TURNS);
    const turn = turns.find(({ id, from }) => id === ts && from === 'person');
    if (turn !== undefined)
      await parts.transcripts.keep(thread(thread_ts ?? ts), { ...turn, text: wordsTo(parts, text) });
    return;
  }
  const { ts, thread_ts: root, user, user_team: team, bot_id: bot, text } = message;
  if (!root || bot || user === parts.workspace.botUserId || (team && !isMember(parts.workspace, team))) return;
  if (!isClearQuestion(parts, text)) return;
  const decision = await parts.store.decisionInThread(parts.workspace.key, threadName(message.channel, root));
  if (decision !== null) await ask(parts, { thread: thread(root), ts, person: user, text: plainWords(text) });
}

/** Said to nobody by name (a mention of the app comes as an event of its own), and answered by the knowledge base. */
function isClearQuestion({ isAnswerable }: ListenerParts, text: string): boolean {
  const words = plainWords(text);
  return !text.includes('<@') && words.endsWith('?') && isAnswerable(words);
}

function wordsTo({ workspace }: ListenerParts, text: string): string {
  return plainWords(text.replaceAll(`<@${workspace.botUserId}>`, ' '));
}
