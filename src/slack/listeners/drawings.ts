// *Drawings*: pictures and files of the steps, shown in the thread by a worker.
import type { App } from '@slack/bolt';
import { isShown } from '../../application/drawings/draw-in-thread.ts';
import { type Drawable, drawingsEffect, isDrawable } from '../../application/drawings/drawing-effect.ts';
import { sheetKeys } from '../../application/drawings/sheets.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { splitOf, workflowOf } from '../../domain/decision/workflow-of.ts';
import { decodeActionValue } from '../action-value.ts';
import { type Click, onClick } from '../click.ts';
import { type DecisionToShow, decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import { type ListenerParts, troubleOf } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { partStepsView } from '../views/part-steps.ts';
import { stepsView } from '../views/steps.ts';
import { toWrite } from './steps.ts';

const shownSentence = 'These steps are drawn already: see the thread. Edited steps are drawn anew.';
const comingSentence = 'The drawings come into the thread in a moment.';

/** Registers the buttons, and the modal that asks which steps belong to the part. */
export function registerDrawings(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.draw, async (click, ack) => {
    const what = click.value.does ?? '';
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok || !isDrawable(what) || !click.actor.member) {
      await ack();
      await click.tell(
        shown.ok ? (click.actor.member ? unreadableSentence : refusal('outsider').words) : shown.problem,
      );
      return;
    }
    const workflow = workflowOf(shown.decision, shown.words);
    const split = splitOf(shown.decision, shown.words);
    if (workflow === null) return openModal(parts, click, ack, stepsView(click.value, toWrite(parts)));
    if (split !== null && split.steps === null)
      return openModal(parts, click, ack, partStepsView(click.value, split.name, workflow));
    const said = await drawOrSay(parts, click, shown, what);
    await ack();
    if (said !== null) await click.tell(said);
  });

  onSubmission(app, parts, viewIds.partSteps, async (submission) => {
    const field = fieldIds.partSteps;
    const target = decodeActionValue(submission.metadata);
    const what = target?.does ?? '';
    if (target === null || !isDrawable(what)) return { close: false, field, problem: unreadableSentence };
    const steps = submission.values(field);
    const recorded = await recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: {},
      command: { type: 'ChoosePartSteps', by: submission.actor, at: parts.now(), steps },
    });
    if (!recorded.close) return recorded;
    const problem = await askFor(parts, target.decision, what);
    return problem === null ? recorded : { close: false, field, problem };
  });
}

/** Asks for the drawings unless they stand; answers what the person should know, or null when they see it. */
async function drawOrSay(
  parts: ListenerParts,
  click: Click,
  { decision, words }: Extract<DecisionToShow, { ok: true }>,
  what: Drawable,
): Promise<string | null> {
  const address = { team: parts.workspace.key, decisionId: decision.decisionId };
  const keys = sheetKeys({ decision, words }, what);
  if (await isShown(parts.ledger, address, keys)) return shownSentence;
  const problem = await askFor(parts, decision.decisionId, what);
  if (problem !== null) return problem;
  return click.value.card === 'root' ? comingSentence : null;
}

/** Owes the drawings; answers the sentence for a store that failed. A repeated click owes the same. */
async function askFor({ nudger, owed, workspace }: ListenerParts, decisionId: string, what: Drawable) {
  const address = { team: workspace.key, decisionId };
  try {
    await owed.owe(address, drawingsEffect(what));
  } catch (error) {
    const problem = troubleOf(error);
    if (problem === null) throw error;
    return problem;
  }
  nudger.nudge(address, [drawingsEffect(what)]);
  return null;
}
