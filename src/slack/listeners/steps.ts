// *Steps*: the modal in which the steps of a decision are written and edited.
import type { App } from '@slack/bolt';
import { takeSteps } from '../../application/drawings/given-steps.ts';
import { knownStepsOf, workflowOf } from '../../domain/decision/workflow-of.ts';
import { formatWorkflow } from '../../domain/workflow/format-workflow.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { misreadSentence } from '../drawings/steps-sentences.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { type StepsShown, stepsFieldOf, stepsView } from '../views/steps.ts';

const tooLongSentence =
  'These steps are longer than a form can hold. Edit them in the thread: write `@Downbeat steps` and, below it, one step a line.';

/** What the modal shows at first: the steps that stand, none unless said. */
export function toWrite({ hasModel }: Pick<ListenerParts, 'hasModel'>, text = ''): StepsShown {
  return { stage: 'writing', text, hasModel };
}

/** Registers the button and the modal. */
export function registerSteps(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.steps, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    const workflow = shown.ok ? workflowOf(shown.decision, shown.words) : null;
    const text = workflow === null ? '' : formatWorkflow(workflow);
    if (!shown.ok || text.length > limits.inputText) {
      await ack();
      await click.tell(shown.ok ? tooLongSentence : shown.problem);
      return;
    }
    await openModal(parts, click, ack, stepsView(click.value, toWrite(parts, text)));
  });

  onSubmission(app, parts, viewIds.steps, async (submission) => {
    const target = decodeActionValue(submission.metadata);
    if (target === null) return { close: false, field: fieldIds.steps, problem: unreadableSentence };
    const field = stepsFieldOf(target);
    const shown = await decisionToShow(parts, target.decision);
    if (!shown.ok) return { close: false, field, problem: shown.problem };
    const previous = knownStepsOf(shown.decision, shown.words);
    const taken = takeSteps(target.decision, submission.value(field) ?? '', previous);
    if (!taken.ok) return { close: false, field, problem: misreadSentence(taken.problems) };
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: taken.words,
      command: { type: 'SetWorkflow', by: submission.actor, at: parts.now(), ...taken.given },
    });
  });
}
