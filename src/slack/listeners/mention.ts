// `@Downbeat …`: in a thread, where slash commands do not exist, it starts a decision.
import type { App } from '@slack/bolt';
import { type ListenerParts, troubleOf } from '../listener-parts.ts';
import { mentionSchema } from '../payloads.ts';
import { helpText, mentionHelpSentence, newNeedsTitleSentence, noTitleSentence } from '../sentences.ts';
import { readAsked } from '../slash-text.ts';
import { startDecision } from '../start.ts';
import { plainWords } from '../user-text.ts';
import { isMember } from '../workspace.ts';

/** Registers the listener. Other bots are never answered. */
export function registerMention(app: App, parts: ListenerParts): void {
  app.event('app_mention', async ({ event }) => {
    const mention = mentionSchema.parse(event);
    const { user, channel, ts, thread_ts: thread } = mention;
    if (!user || mention.bot_id) return;
    const said = plainWords(mention.text.replaceAll(`<@${parts.workspace.botUserId}>`, ' '));
    const text = await answerTo(parts, { ...mention, user }, said);
    if (text === null || !(await isFirst(parts, `msg:${channel}:${ts}`))) return;
    await parts.client.chat.postEphemeral({
      channel,
      user,
      text,
      ...(thread ? { thread_ts: thread } : { thread_ts: ts }),
    });
  });
}

type Mention = {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | null | undefined;
  readonly user_team?: string | null | undefined;
};

/** The private answer to a mention, or null when the cards say all there is to say. */
async function answerTo(parts: ListenerParts, mention: Mention, said: string): Promise<string | null> {
  const [, rest] = /^decide\b(.*)$/isu.exec(said) ?? [];
  if (rest === undefined) return said.toLowerCase() === 'help' ? helpText : mentionHelpSentence;
  const asked = readAsked(rest);
  if (asked.kind === 'help') return helpText;
  if (asked.kind === 'no-title') return noTitleSentence(asked.typed);
  if (asked.kind !== 'title') return newNeedsTitleSentence;
  return startDecision(parts, {
    deliveryKey: `msg:${mention.channel}:${mention.ts}`,
    actor: { person: mention.user, member: mention.user_team ? isMember(parts.workspace, mention.user_team) : true },
    title: asked.title,
    framing: null,
    owner: mention.user,
    invited: [],
    channel: mention.channel,
    threadTs: mention.thread_ts ?? mention.ts,
    replyUrl: null,
  });
}

/** A mention delivered again is not answered again; while the store is away it is better to say a thing twice than never. */
async function isFirst(parts: ListenerParts, deliveryKey: string): Promise<boolean> {
  try {
    return await parts.deliveries.first(parts.workspace.key, deliveryKey);
  } catch (error) {
    if (troubleOf(error) === null) throw error;
    return true;
  }
}
