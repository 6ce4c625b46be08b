// *What next*, after acceptance: tools for an orchestration or a split, a checklist for a choreography.
import type { App } from '@slack/bolt';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { checklistView, readToolAnswers, whatNextView } from '../views/what-next.ts';

/** Registers the button and the choices in the modal. What is chosen there is a sketch and recorded nowhere. */
export function registerWhatNext(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.whatNext, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      return click.tell(shown.problem);
    }
    const choreographed = shown.decision.verdict?.style === 'choreography';
    const view = choreographed ? checklistView(parts.nextSteps) : whatNextView(parts.nextSteps, {});
    await openModal(parts, click, ack, view);
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.tool }, async ({ ack, body }) => {
    await ack();
    const { actions, view } = clickSchema.parse(body);
    const [action] = actions;
    const chosen = action?.selected_option?.value;
    if (!view || action === undefined || chosen === undefined) return;
    const answers = { ...readToolAnswers(view.private_metadata), [action.action_id.slice('tool.'.length)]: chosen };
    await parts.client.views.update({ view_id: view.id, view: whatNextView(parts.nextSteps, answers) });
  });
}
