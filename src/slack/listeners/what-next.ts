// *What next*, after acceptance: tools for an orchestration or a split, a checklist for a choreography.
import type { App } from '@slack/bolt';
import { unknownOption } from '../../domain/framework.ts';
import type { ToolTable } from '../../domain/what-next/tools.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns } from '../ids.ts';
import { handOver, type ListenerParts, problemOf } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { updateView } from '../update-view.ts';
import { checklistView, whatNextView } from '../views/what-next.ts';

/** Registers the button and the choices in the modal; each choice is recorded with the decision. */
export function registerWhatNext(app: App, parts: ListenerParts): void {
  const { nextSteps } = parts;
  onClick(app, parts, actionPatterns.whatNext, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      return click.tell(shown.problem);
    }
    const { decision } = shown;
    const choreographed = decision.verdict?.style === 'choreography';
    const view = choreographed ? checklistView(nextSteps) : whatNextView({ decision, nextSteps });
    await openModal(parts, click, ack, view);
  });

  onClick(app, parts, actionPatterns.tool, async (click, ack) => {
    const { decision: decisionId, does: option = '' } = click.value;
    const question = click.actionId.slice('tool.'.length);
    const known = isInTable(nextSteps.table, question, option);
    const handled = known
      ? await handOver(parts, {
          decisionId,
          deliveryKey: click.deliveryKey,
          command: { type: 'AnswerToolQuestion', by: click.actor, at: parts.now(), question, option },
        })
      : null;
    await ack();
    const shown = await decisionToShow(parts, decisionId);
    if (!shown.ok || click.viewId === null) return;
    const problem = handled === null ? unreadableSentence : problemOf(handled);
    const view = whatNextView({ ...shown, nextSteps, ...(problem === null ? {} : { problem }) });
    await updateView(parts, { viewId: click.viewId, view });
  });
}

/** What the modal offered: the table may have been edited since. */
function isInTable({ questions }: ToolTable, question: string, option: string): boolean {
  const asked = questions.find(({ id }) => id === question);
  return asked !== undefined && (option === unknownOption || asked.options.some(({ id }) => id === option));
}
