// The button under a proposed answer: a person confirms what somebody's words meant, and only then it is recorded.
import type { App } from '@slack/bolt';
import { wordRef } from '../../application/word-ref.ts';
import { isSealed } from '../../domain/decision/team.ts';
import type { AskedId } from '../../domain/framework.ts';
import { context } from '../cards/blocks.ts';
import { clickKey } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import { handOver, type ListenerParts } from '../listener-parts.ts';
import { clickSchema } from '../payloads.ts';
import { privateReply } from '../private-reply.ts';
import { decodeProposal } from '../proposal-value.ts';
import { staleCardSentence, unreadableSentence } from '../sentences.ts';
import { mention } from '../text.ts';
import { actorOf } from '../workspace.ts';

/** Said to whoever confirms while a team's answers are private: the others are not to learn of it. */
function privatelySentence(question: AskedId): string {
  return `Recorded as your own answer to *${question}*. Nobody else sees it until the pillar is revealed.`;
}

/** Registers the listener. The words become a note under the answer; the message says who recorded it. */
export function registerProposal(app: App, parts: ListenerParts): void {
  app.action({ type: 'block_actions', action_id: actionPatterns.confirm }, async ({ ack, body, respond }) => {
    const payload = clickSchema.parse(body);
    const { actions, message } = payload;
    const [action] = actions;
    const value = decodeProposal(action?.value ?? undefined);
    const tell = (text: string) => respond(privateReply(text, message));
    if (action === undefined || value === null) {
      await ack();
      await tell(unreadableSentence);
      return;
    }
    const { decision: decisionId, question, option, words } = value;
    const by = actorOf(parts.workspace, payload);
    const deliveryKey = clickKey(payload, action);
    const at = parts.now();
    const handled = await handOver(parts, {
      decisionId,
      deliveryKey,
      command: { type: 'AnswerQuestion', by, at, question, option, part: null, actionTs: action.action_ts },
    });
    await ack();
    if (!handled.ok) {
      if ('refusal' in handled) await tell(handled.refusal.words);
      else await tell('trouble' in handled ? handled.trouble : staleCardSentence(null));
      return;
    }
    if (words !== null) {
      const note = wordRef(decisionId, words);
      const command = { type: 'AddNote', by, at, question, note } as const;
      const noted = await handOver(parts, {
        decisionId,
        deliveryKey: `${deliveryKey}:note`,
        command,
        words: { [note]: words },
      });
      if (!noted.ok && 'trouble' in noted) await tell(noted.trouble);
    }
    if (isSealed(handled.decision, question)) {
      await tell(privatelySentence(question));
      return;
    }
    const done = `Recorded for *${question}* by ${mention(by.person)}.`;
    await respond({ replace_original: true, text: done, blocks: [context(done)] });
  });
}
