// `@Downbeat …`: a question, or in a thread, where slash commands do not exist, the start of a decision.
import type { App } from '@slack/bolt';
import type { Actor } from '../../domain/decision/actor.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { giveSteps, stepsIn } from '../drawings/steps-in-thread.ts';
import { type ListenerParts, troubleOf } from '../listener-parts.ts';
import { mentionSchema } from '../payloads.ts';
import { helpText, mentionHelpSentence, newNeedsTitleSentence, noTitleSentence } from '../sentences.ts';
import { readAsked } from '../slash-text.ts';
import { startDecision } from '../start.ts';
import { takeQuestion } from '../take-question.ts';
import { plainWords } from '../user-text.ts';
import { isMember } from '../workspace.ts';

/** Registers the listener. Other bots are never answered. */
export function registerMention(app: App, parts: ListenerParts): void {
  app.event('app_mention', async ({ event }) => {
    const mention = mentionSchema.parse(event);
    const { user, channel, ts, thread_ts: thread } = mention;
    if (!user || mention.bot_id) return;
    const said = plainWords(mention.text.replaceAll(`<@${parts.workspace.botUserId}>`, ' '));
    const actor = { person: user, member: mention.user_team ? isMember(parts.workspace, mention.user_team) : true };
    if (actor.member && isQuestion(said)) {
      const threadAddress = { team: parts.workspace.key, channel, threadTs: thread ?? ts };
      await takeQuestion(parts, { thread: threadAddress, ts, person: user, text: said });
      return;
    }
    const text = await answerTo(parts, { channel, ts, thread: thread ?? null, actor }, said);
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
  readonly actor: Actor;
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
};

const DECIDE = /^decide\b(.*)$/isu;

/** Everything said to Downbeat is a question, but for its own three words and for nothing at all. */
function isQuestion(said: string): boolean {
  return said !== '' && said.toLowerCase() !== 'help' && !DECIDE.test(said) && stepsIn(said) === null;
}

/** The private answer to a mention, or null when the cards say all there is to say. */
async function answerTo(parts: ListenerParts, mention: Mention, said: string): Promise<string | null> {
  if (!mention.actor.member) return refusal('outsider').words;
  const steps = stepsIn(said);
  if (steps !== null)
    return giveSteps(parts, { ...mention, deliveryKey: `msg:${mention.channel}:${mention.ts}` }, steps);
  const [, rest] = DECIDE.exec(said) ?? [];
  if (rest === undefined) return said.toLowerCase() === 'help' ? helpText : mentionHelpSentence;
  const asked = readAsked(rest);
  if (asked.kind === 'help') return helpText;
  if (asked.kind === 'no-title') return noTitleSentence(asked.typed);
  if (asked.kind !== 'title') return newNeedsTitleSentence;
  return startDecision(parts, {
    deliveryKey: `msg:${mention.channel}:${mention.ts}`,
    actor: mention.actor,
    title: asked.title,
    framing: null,
    owner: mention.actor.person,
    invited: [],
    channel: mention.channel,
    threadTs: mention.thread ?? mention.ts,
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
