// `/decide`: starts a decision, opens the form, or answers a subcommand.
import type { App } from '@slack/bolt';
import type { z } from 'zod';
import { channelStatus } from '../channel-status.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { answerList } from '../lists/answer-list.ts';
import type { Looked } from '../lists/find-decisions.ts';
import { openModal } from '../modal.ts';
import { slashCommandSchema } from '../payloads.ts';
import { helpText, newNeedsTitleSentence, noTitleSentence } from '../sentences.ts';
import { readAsked } from '../slash-text.ts';
import { startDecision } from '../start.ts';
import { plainWords } from '../user-text.ts';
import { startDecisionView } from '../views/start-decision.ts';
import { isMember } from '../workspace.ts';

/** Any command of ours: the manifest names it, so that a workspace may rename it. */
const ANY_COMMAND = /^\/.+$/;

type SlashCommand = z.infer<typeof slashCommandSchema>;

/** Registers the listener. */
export function registerSlashCommand(app: App, parts: ListenerParts): void {
  app.command(ANY_COMMAND, async ({ ack, body, respond }) => {
    const command = slashCommandSchema.parse(body);
    const tell = async (text: string) => {
      await respond({ response_type: 'ephemeral', text });
    };
    const asked = readAsked(plainWords(command.text));
    if (asked.kind === 'form') {
      const place = { channel: command.channel_id, threadTs: null, replyUrl: command.response_url };
      const view = startDecisionView({ place, starter: command.user_id, title: null, framing: null });
      await openModal(parts, { triggerId: command.trigger_id, tell }, () => ack(), view);
      return;
    }
    if (asked.kind === 'title') {
      const problem = await startDecision(parts, wishOf(parts, command, asked.title));
      await (problem === null ? ack() : ack({ response_type: 'ephemeral', text: problem }));
      return;
    }
    if (asked.kind === 'status') {
      await ack();
      await tell(await channelStatus(parts, command.user_id, command.channel_id));
      return;
    }
    if (asked.kind === 'list' || asked.kind === 'mine' || asked.kind === 'search') {
      await ack();
      const looked: Looked = asked.kind === 'list' ? { kind: 'list', channel: command.channel_id } : asked;
      const message = await answerList(parts, command.user_id, { looked, filter: 'all' });
      await respond({ response_type: 'ephemeral', ...message });
      return;
    }
    await ack({ response_type: 'ephemeral', text: answerTo(asked) });
  });
}

function wishOf(parts: ListenerParts, command: SlashCommand, title: string): Parameters<typeof startDecision>[1] {
  return {
    deliveryKey: `cmd:${command.trigger_id}`,
    actor: {
      person: command.user_id,
      member: isMember(parts.workspace, command.team_id) || isMember(parts.workspace, command.enterprise_id),
    },
    title,
    framing: null,
    owner: command.user_id,
    invited: [],
    channel: command.channel_id,
    threadTs: null,
    replyUrl: command.response_url,
  };
}

function answerTo(
  asked: Exclude<ReturnType<typeof readAsked>, { kind: 'form' | 'title' | 'status' | Looked['kind'] }>,
): string {
  switch (asked.kind) {
    case 'help':
      return helpText;
    case 'title-missing':
      return newNeedsTitleSentence;
    case 'no-title':
      return noTitleSentence(asked.typed);
    default:
      return asked satisfies never;
  }
}
