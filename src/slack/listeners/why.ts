// *Why we ask*: the curated reason at once, and on request an explanation for the answers so far, which may be shared.
import type { App } from '@slack/bolt';
import { aboutQuestion } from '../../application/converse/explain-question.ts';
import type { Explanation } from '../../application/converse/explanations.ts';
import { shareEffect, talkAddress } from '../../application/converse/talk-address.ts';
import { loadDecision } from '../../application/load-decision.ts';
import { type AskedId, findQuestion } from '../../domain/framework.ts';
import { decodeActionValue } from '../action-value.ts';
import { slackErrorCode } from '../api-errors.ts';
import { onClick } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { unreadableSentence } from '../sentences.ts';
import { type Explaining, whyWeAskView } from '../views/why-we-ask.ts';
import { isMember } from '../workspace.ts';

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
    await ack();
    const inModal = parse(parts, body);
    if (inModal === null) return;
    // A second click on the same view loses here, and the first goes on.
    if (!(await show(parts, inModal, { stage: 'under-way' }, inModal.hash))) return;
    const explanation = await explained(parts, inModal);
    await show(parts, inModal, explanation === null ? { stage: 'failed' } : { stage: 'there', explanation });
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.shareWhy }, async ({ ack, body }) => {
    const inModal = parse(parts, body);
    if (inModal !== null) await share(parts, inModal);
    await ack();
    if (inModal === null) return;
    const explanation = await parts.explanations.get(
      parts.workspace.key,
      nameOf(inModal),
      aboutQuestion(inModal.question),
    );
    if (explanation !== null) await show(parts, inModal, { stage: 'shared', explanation });
  });
}

/** A click in the modal: only members are explained anything. */
type InModal = {
  readonly viewId: string;
  readonly hash: string;
  readonly person: string;
  readonly decision: string;
  readonly question: AskedId;
};

function parse(parts: ListenerParts, body: unknown): InModal | null {
  const { actions, team, user, view } = clickSchema.parse(body);
  const value = decodeActionValue(actions[0]?.value ?? undefined);
  const isOurs = isMember(parts.workspace, user.team_id ?? team?.id);
  if (!view || value?.question === undefined || !isOurs) return null;
  return { viewId: view.id, hash: view.hash, person: user.id, decision: value.decision, question: value.question };
}

/** What an explanation is kept under: one a modal. */
function nameOf({ viewId }: InModal): string {
  return `why-${viewId}`;
}

async function explained(parts: ListenerParts, inModal: InModal): Promise<Explanation | null> {
  const { decision, person, question } = inModal;
  const address = { team: parts.workspace.key, decisionId: decision };
  try {
    return await parts.explainQuestion({ address, question, person, name: nameOf(inModal) });
  } catch (error) {
    parts.log.warn('question not explained', { decision, question }, error);
    return null;
  }
}

/** Owes the post to the thread before the click is acknowledged; sharing twice is sharing once. */
async function share(parts: ListenerParts, inModal: InModal): Promise<void> {
  const { decision: decisionId, person, question } = inModal;
  const team = parts.workspace.key;
  const { decision } = await loadDecision(parts, { team, decisionId });
  if (decision.status === 'unstarted' || decision.place === null) return;
  const address = talkAddress({ team, ...decision.place });
  const effect = shareEffect({ name: nameOf(inModal), question, person });
  await parts.owed.owe(address, effect);
  parts.nudger.nudge(address, [effect]);
}

/** Shows the modal anew. False when it is closed, or has changed since `hash`. */
async function show(parts: ListenerParts, inModal: InModal, explaining: Explaining, hash?: string): Promise<boolean> {
  const question = findQuestion(parts.frameworks.current, inModal.question);
  if (question === undefined) return false;
  const view = whyWeAskView({ question, decision: inModal.decision, explaining });
  try {
    await parts.client.views.update({ view_id: inModal.viewId, view, ...(hash === undefined ? {} : { hash }) });
    return true;
  } catch (error) {
    parts.log.info('modal not updated', { code: slackErrorCode(error) });
    return false;
  }
}
