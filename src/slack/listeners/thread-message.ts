// Plain messages in the threads of decisions, where the app may read them: clear questions are answered, human talk is
// left alone, and what was edited or deleted is respected.
import { ask } from '../../application/converse/ask.ts';
import { threadName } from '../../application/thread-name.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { channelMessageSchema } from '../payloads.ts';
import { plainWords } from '../user-text.ts';
import { isMember } from '../workspace.ts';
import { followRevision } from './revision.ts';

/** Takes one message event of a channel. Nothing is kept of a message that is no question to Downbeat. */
export async function hearInThread(parts: ListenerParts, event: unknown): Promise<void> {
  const parsed = channelMessageSchema.safeParse(event);
  if (!parsed.success) return;
  const message = await followRevision(parts, parsed.data);
  if (message === null) return;
  const { ts, thread_ts: root, user, user_team: team, bot_id: bot, text, channel } = message;
  if (!root || bot || user === parts.workspace.botUserId || (team && !isMember(parts.workspace, team))) return;
  const words = plainWords(text);
  // Said to nobody by name: a mention of the app comes as an event of its own.
  if (text.includes('<@') || !words.endsWith('?')) return;
  const decision = await parts.store.decisionInThread(parts.workspace.key, threadName(channel, root));
  if (decision === null) return;
  // Judged at once in the first second after a start, it would stop everything so long that the store seems away.
  await parts.questionsReady();
  if (!parts.isAnswerable(words)) return;
  const thread = { team: parts.workspace.key, channel, threadTs: root };
  await ask(parts, { thread, ts, person: user, text: words });
}
