// *Accept*: the owner reads the best case for the losing style, then accepts.
import type { App } from '@slack/bolt';
import { wordRef } from '../../application/word-ref.ts';
import { answersOf } from '../../domain/decision/answers-of.ts';
import { bestCases } from '../../domain/decision/best-case.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { refusalSentence, unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { bestCaseView } from '../views/best-case.ts';

const neitherSentence =
  'Write a line against this case, or tick that you have considered it. Nothing was recorded yet.';

/** Registers the button and the modal. */
export function registerAccept(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.accept, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      return click.tell(shown.problem);
    }
    const { decision } = shown;
    if (click.actor.person !== decision.owner || decision.verdict === null) {
      await ack();
      const why = decision.verdict === null ? refusal('nothing-to-accept') : refusal('owner-only', decision.owner);
      return click.tell(refusalSentence(why));
    }
    const best = bestCases(decision.verdict, answersOf(decision), parts.texts);
    await openModal(parts, click, ack, bestCaseView(best, decision));
    // Asked now so that it is remembered when the form is sent, which has three seconds to be recorded.
    await parts.people.zoneOf(click.actor.person);
  });

  onSubmission(app, parts, viewIds.bestCase, async (submission) => {
    const field = fieldIds.considered;
    const target = decodeActionValue(submission.metadata);
    if (target?.result === undefined) return { close: false, field, problem: unreadableSentence };
    const said = submission.value(fieldIds.rebuttal);
    if (submission.value(field) === null && said === null) return { close: false, field, problem: neitherSentence };
    const rebuttal = said === null ? null : wordRef(target.decision, said);
    const stamp = { by: submission.actor, at: parts.now() };
    const considered = await recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      step: 'considered',
      words: rebuttal === null || said === null ? {} : { [rebuttal]: said },
      command: { type: 'ConsiderBestCase', ...stamp, rebuttal, against: target.result },
    });
    if (!considered.close) return considered;
    const { person } = submission.actor;
    const [zone, habits] = await Promise.all([
      parts.people.zoneOf(person),
      parts.settings.habits(parts.workspace.key, person),
    ]);
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: {},
      command: { type: 'AcceptDecision', ...stamp, zone, habits },
    });
  });
}
