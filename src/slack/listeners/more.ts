// The menu behind three dots: hand over, reject, abandon, reopen, replace, stop and start reminders.
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { wordRef } from '../../application/word-ref.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { decodeActionValue } from '../action-value.ts';
import { type MenuAct, menuActs } from '../cards/more-menu.ts';
import { type Click, onClick, recordClick } from '../click.ts';
import { decisionToShow, nameOf, type ShownDecision } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { refusalSentence, unreadableSentence } from '../sentences.ts';
import { strangerProblem } from '../stranger-problem.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { endDecisionView } from '../views/end-decision.ts';
import { handOverView } from '../views/hand-over.ts';
import { startDecisionView } from '../views/start-decision.ts';

/** Registers the menu and its modals. */
export function registerMore(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.more, async (click, ack) => {
    const act = menuActs.find((known) => known === click.value.does);
    if (act === undefined) {
      await ack();
      return click.tell(unreadableSentence);
    }
    await doAct(parts, click, { act, ack });
  });

  onSubmission(app, parts, viewIds.endDecision, async (submission) => {
    const field = fieldIds.because;
    const target = decodeActionValue(submission.metadata);
    if (target === null) return { close: false, field, problem: unreadableSentence };
    const said = submission.value(field);
    const reason = said === null ? null : wordRef(target.decision, said);
    const type = target.does === 'reject' ? 'RejectDecision' : 'AbandonDecision';
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: reason === null || said === null ? {} : { [reason]: said },
      command: { type, by: submission.actor, at: parts.now(), reason },
    });
  });

  onSubmission(app, parts, viewIds.handOver, async (submission) => {
    const field = fieldIds.newOwner;
    const target = decodeActionValue(submission.metadata);
    const to = submission.value(field);
    if (target === null || to === null) return { close: false, field, problem: unreadableSentence };
    const shown = await decisionToShow(parts, target.decision);
    const problem = shown.ok ? await strangerProblem(parts, shown.decision.channel, to) : shown.problem;
    if (problem !== null) return { close: false, field, problem };
    const zone = await parts.people.zoneOf(to);
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: {},
      command: { type: 'HandOver', by: submission.actor, at: parts.now(), to, zone },
    });
  });
}

/** What was chosen, and how to acknowledge it. */
type Chosen = { readonly act: MenuAct; ack(): Promise<void> };

/** Does what was chosen in a menu, or asks first for what it needs. */
export async function doAct(parts: ListenerParts, click: Click, { act, ack }: Chosen): Promise<void> {
  const command = await commandOf(parts, click, act);
  if (command === null) return openFor(parts, click, { act, ack });
  await recordClick(parts, click, { ack, command });
}

/** The choices that need nothing more than the click. */
async function commandOf(parts: ListenerParts, { actor }: Click, act: MenuAct) {
  const stamp = { by: actor, at: parts.now() };
  if (act === 'reopen') return { type: 'ReopenDecision', ...stamp } as const;
  if (act === 'stop') return { type: 'StopLooks', ...stamp } as const;
  if (act === 'resume')
    return { type: 'ResumeLooks', ...stamp, zone: await parts.people.zoneOf(actor.person) } as const;
  return null;
}

/** The others ask something first. What is the owner's is not asked of anybody else. */
async function openFor(parts: ListenerParts, click: Click, { act, ack }: Chosen): Promise<void> {
  const shown = await decisionToShow(parts, click.value.decision);
  if (!shown.ok) {
    await ack();
    return click.tell(shown.problem);
  }
  const { decision } = shown;
  if (act !== 'supersede' && click.actor.person !== decision.owner) {
    await ack();
    return click.tell(refusalSentence(refusal('owner-only', decision.owner)));
  }
  await openModal(parts, click, ack, viewFor(act, shown, click));
}

function viewFor(act: MenuAct, shown: ShownDecision, { actor, replyUrl }: Click): ModalView {
  const { decision } = shown;
  if (act === 'reject' || act === 'abandon') return endDecisionView(decision.decisionId, act);
  if (act === 'hand-over') return handOverView(decision.decisionId, nameOf(shown));
  const origin = { kind: 'supersedes', decisionId: decision.decisionId } as const;
  return startDecisionView({
    place: { channel: decision.channel, threadTs: null, replyUrl, origin },
    starter: actor.person,
    title: null,
    framing: null,
  });
}
