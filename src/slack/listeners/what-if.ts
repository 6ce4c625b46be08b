// *What if*: a change tried on the drawings, in a modal.
import type { App } from '@slack/bolt';
import { writeChange } from '../../application/drawings/what-if-words.ts';
import { workflowOf } from '../../domain/decision/workflow-of.ts';
import type { Change } from '../../domain/workflow/change.ts';
import { servicesOf, type Workflow } from '../../domain/workflow/workflow.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission, type Submission } from '../submission.ts';
import { updateView } from '../update-view.ts';
import { stepsView } from '../views/steps.ts';
import { type ChangeKind, isChangeKind, whatIfView } from '../views/what-if.ts';
import { toWrite } from './steps.ts';

const noWordsSentence = 'Write a few words here. Nothing was recorded.';

/** Registers the button, the choice of a kind in the modal, and the modal itself. */
export function registerWhatIf(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.whatIf, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      await click.tell(shown.problem);
      return;
    }
    const workflow = workflowOf(shown.decision, shown.words);
    const view =
      workflow === null ? stepsView(click.value, toWrite(parts)) : whatIfView(click.value, 'insert', workflow);
    await openModal(parts, click, ack, view);
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.pickChange }, async ({ ack, body }) => {
    await ack();
    const { view, actions } = clickSchema.parse(body);
    const target = decodeActionValue(view?.private_metadata);
    const kind = actions[0]?.selected_option?.value;
    if (!view || target === null || !isChangeKind(kind)) return;
    const shown = await decisionToShow(parts, target.decision);
    const workflow = shown.ok ? workflowOf(shown.decision, shown.words) : null;
    if (workflow === null) return;
    await updateView(parts, { viewId: view.id, view: whatIfView(target, kind, workflow) });
  });

  onSubmission(app, parts, viewIds.whatIf, async (submission) => {
    const target = decodeActionValue(submission.metadata);
    const kind = target?.does;
    const field = kind === 'deadline' ? fieldIds.changeDeadline : fieldIds.changeWho;
    if (target === null || !isChangeKind(kind)) return { close: false, field, problem: unreadableSentence };
    const shown = await decisionToShow(parts, target.decision);
    const workflow = shown.ok ? workflowOf(shown.decision, shown.words) : null;
    if (!shown.ok || workflow === null)
      return { close: false, field, problem: shown.ok ? unreadableSentence : shown.problem };
    const written = writeChange(target.decision, changeIn(kind, submission, workflow));
    if (written === null) return { close: false, field, problem: noWordsSentence };
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: written.words,
      command: { type: 'TryWhatIf', by: submission.actor, at: parts.now(), whatIf: written.ref },
    });
  });
}

/** What the fields say; a field left empty is an empty text, which is refused where it is written down. */
function changeIn(kind: ChangeKind, { value }: Submission, workflow: Workflow): Change {
  const at = value(fieldIds.changeAt) ?? '';
  const service = value(fieldIds.changeWho) ?? '';
  const action = value(fieldIds.changeWhat) ?? '';
  const undo = value(fieldIds.changeUndo);
  switch (kind) {
    case 'insert':
      return { kind, after: at, service, action, ...(undo === null ? {} : { undo }) };
    case 'react':
      return { kind, to: at, service, action };
    case 'replace':
      return { kind, service: servicesOf(workflow)[Number(value(fieldIds.changeOld))] ?? '', by: service };
    case 'deadline':
      return { kind, step: at, deadline: value(fieldIds.changeDeadline) ?? '' };
    default:
      return kind satisfies never;
  }
}
