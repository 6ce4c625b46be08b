// *Change an answer* on the recommendation card, or below an argument about one: a question, then its option, in one modal.
import type { App } from '@slack/bolt';
import { wordRef } from '../../application/word-ref.ts';
import { askedIdSchema } from '../../domain/decision/refs.ts';
import type { AskedId } from '../../domain/framework.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema } from '../payloads.ts';
import { unreadableSentence } from '../sentences.ts';
import { actionTsOf, onSubmission, recordSubmission } from '../submission.ts';
import { updateView } from '../update-view.ts';
import { changeAnswerView } from '../views/change-answer.ts';

/** Registers the button, the choice of a question in the modal, and the modal itself. */
export function registerChangeAnswer(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.changeAnswer, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      await click.tell(shown.problem);
      return;
    }
    await openModal(parts, click, ack, changeAnswerView({ ...shown, question: click.value.question ?? null }));
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.pickQuestion }, async ({ ack, body }) => {
    await ack();
    const { view, actions } = clickSchema.parse(body);
    const target = decodeActionValue(view?.private_metadata);
    const question = askedIdSchema.safeParse(actions[0]?.selected_option?.value).data;
    if (!view || target === null || question === undefined) return;
    const shown = await decisionToShow(parts, target.decision);
    if (!shown.ok) return;
    await updateView(parts, { viewId: view.id, view: changeAnswerView({ ...shown, question }) });
  });

  onSubmission(app, parts, viewIds.changeAnswer, async (submission) => {
    const target = decodeActionValue(submission.metadata);
    const question: AskedId = target?.question ?? '1a';
    const field = fieldIds.option(question);
    const option = submission.value(field);
    if (target?.question === undefined || option === null) return { close: false, field, problem: unreadableSentence };
    const name = question === '5c' && option === 'part' ? submission.value(fieldIds.part) : null;
    const part = name === null ? null : wordRef(target.decision, name);
    const at = parts.now();
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field: question === '5c' && option === 'part' ? fieldIds.part : field,
      words: part === null || name === null ? {} : { [part]: name },
      command: { type: 'AnswerQuestion', by: submission.actor, at, question, option, part, actionTs: actionTsOf(at) },
    });
  });
}
