// *Propose steps*: in the steps modal, where a model is configured. What it proposes fills the field; a person saves it.
import type { App } from '@slack/bolt';
import { type AskedForSteps, proposeStepsEffect } from '../../application/drawings/propose-to-asker.ts';
import type { StepDraft } from '../../application/drawings/step-drafts.ts';
import { decodeActionValue } from '../action-value.ts';
import { actionPatterns, fieldIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { clickSchema, fieldValues } from '../payloads.ts';
import { showSteps, stepsAfterAsking } from '../steps-surface.ts';
import { actorOf } from '../workspace.ts';

/** Registers the button. */
export function registerProposeSteps(app: App, parts: ListenerParts): void {
  app.action({ type: 'block_actions', action_id: actionPatterns.proposeSteps }, async ({ ack, body }) => {
    const inModal = parse(parts, body);
    const isOwed = inModal !== null && (await oweProposal(parts, inModal));
    await ack();
    if (inModal === null) return;
    const { hash, written } = inModal;
    const shown = isOwed
      ? ({ stage: 'under-way' } as const)
      : stepsAfterAsking({ ok: false, because: 'no-answer' }, written);
    // Where the proposal is there by now, the view has changed and this loses.
    await showSteps(parts, inModal, { ...shown, hash });
  });
}

/** A click in the modal: steps are proposed to members only. */
type InModal = AskedForSteps &
  Pick<StepDraft, 'card' | 'written'> & { readonly decision: string; readonly hash: string };

function parse(parts: ListenerParts, body: unknown): InModal | null {
  const payload = clickSchema.parse(body);
  const { actions, view } = payload;
  const { member, person } = actorOf(parts.workspace, payload);
  const value = decodeActionValue(actions[0]?.value ?? undefined);
  if (!view || value === null || !member) return null;
  const written = view.state ? (fieldValues(view.state, fieldIds.steps)[0] ?? '') : '';
  const { card, decision } = value;
  return { card, decision, written, person, view: view.id, hash: view.hash };
}

/** Keeps what was typed and owes the proposal before the click is acknowledged: nobody waits in vain. False where that failed. */
async function oweProposal(parts: ListenerParts, inModal: InModal): Promise<boolean> {
  const { card, decision, view, written } = inModal;
  const address = { team: parts.workspace.key, decisionId: decision };
  const effect = proposeStepsEffect(inModal);
  try {
    // A second click on the same modal changes nothing.
    if ((await parts.stepDrafts.get(address.team, view)) === null)
      await parts.stepDrafts.keep(address.team, view, { card, written, proposed: null });
    await parts.owed.owe(address, effect);
  } catch (error) {
    parts.log.warn('no proposal owed', { decision }, error);
    return false;
  }
  parts.nudger.nudge(address, [effect]);
  return true;
}
