// *Why we ask*: the curated reason at once, and on request an explanation for the answers so far, which may be shared.
import type { App } from '@slack/bolt';
import { aboutQuestion } from '../../application/converse/explain-question.ts';
import { type AskedWhy, whyEffect, whyName } from '../../application/converse/explain-to-asker.ts';
import { shareEffect, talkAddress } from '../../application/converse/talk-address.ts';
import { loadDecision } from '../../application/load-decision.ts';
import { findQuestion } from '../../domain/framework.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { unreadableSentence } from '../sentences.ts';
import { whyWeAskView } from '../views/why-we-ask.ts';
import { showWhy } from '../why-surface.ts';
import { actorOf } from '../workspace.ts';

/** Registers the listeners. The words are those in force: wording may be improved at any time. */
export function registerWhy(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.why, async (click, ack) => {
    const { question: id, decision } = click.value;
    const question = id === undefined ? undefined : findQuestion(parts.frameworks.current, id);
    if (question === undefined) {
      await ack();
      await click.tell(unreadableSentence);
      return;
    }
    await openModal(parts, click, ack, whyWeAskView({ question, decision, explaining: { stage: 'offered' } }));
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.explain }, async ({ ack, body }) => {
    const inModal = parse(parts, body);
    const isOwed = inModal !== null && (await oweExplanation(parts, inModal));
    await ack();
    // Where the explanation is there by now, or a second click came, the view has changed and this loses.
    if (inModal !== null) await show(parts, inModal, { stage: isOwed ? 'under-way' : 'failed', hash: inModal.hash });
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.shareWhy }, async ({ ack, body }) => {
    const inModal = parse(parts, body);
    if (inModal !== null) await share(parts, inModal);
    await ack();
    if (inModal === null) return;
    const { view, question } = inModal;
    const explanation = await parts.explanations.get(parts.workspace.key, whyName(view), aboutQuestion(question));
    if (explanation !== null) await show(parts, inModal, { stage: 'shared', explanation });
  });
}

/** A click in the modal: only members are explained anything. */
type InModal = AskedWhy & { readonly hash: string; readonly decision: string };

function parse(parts: ListenerParts, body: unknown): InModal | null {
  const payload = clickSchema.parse(body);
  const { actions, view } = payload;
  const value = decodeActionValue(actions[0]?.value ?? undefined);
  const { member, person } = actorOf(parts.workspace, payload);
  if (!view || value?.question === undefined || !member) return null;
  return { view: view.id, hash: view.hash, person, decision: value.decision, question: value.question };
}

/** Owes the explanation before the click is acknowledged, so that nobody waits for it in vain. False where that failed. */
async function oweExplanation(parts: ListenerParts, inModal: InModal): Promise<boolean> {
  const address = { team: parts.workspace.key, decisionId: inModal.decision };
  const effect = whyEffect(inModal);
  try {
    await parts.owed.owe(address, effect);
  } catch (error) {
    parts.log.warn('explanation not owed', { decision: inModal.decision }, error);
    return false;
  }
  parts.nudger.nudge(address, [effect]);
  return true;
}

/** Owes the post to the thread before the click is acknowledged; sharing twice is sharing once. */
async function share(parts: ListenerParts, inModal: InModal): Promise<void> {
  const { decision: decisionId, person, question, view } = inModal;
  const team = parts.workspace.key;
  const { decision } = await loadDecision(parts, { team, decisionId });
  if (decision.status === 'unstarted' || decision.place === null) return;
  const address = talkAddress({ team, ...decision.place });
  const effect = shareEffect({ name: whyName(view), question, person });
  await parts.owed.owe(address, effect);
  parts.nudger.nudge(address, [effect]);
}

function show(parts: ListenerParts, inModal: InModal, explaining: Parameters<typeof showWhy>[2]): Promise<void> {
  return showWhy({ ...parts, framework: parts.frameworks.current }, inModal, explaining);
}
