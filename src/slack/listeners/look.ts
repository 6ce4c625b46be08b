// Looks: nothing has changed, one tap for each thing to watch, put off, less often, take over, a decision for a part.
import type { App } from '@slack/bolt';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { askedIdSchema } from '../../domain/decision/refs.ts';
import { stretchSchema } from '../../domain/reassessment/schedule.ts';
import { scopeAnswerSchema } from '../../domain/reassessment/scope.ts';
import { itemAnswers } from '../../domain/reassessment/watch-items.ts';
import { decodeActionValue } from '../action-value.ts';
import { type Click, onClick, recordClick } from '../click.ts';
import { type DecisionToShow, decisionToShow, type ShownDecision } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import { type HandedOver, type ListenerParts, problemOf } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { updateView } from '../update-view.ts';
import { lookView } from '../views/look.ts';
import { startDecisionView } from '../views/start-decision.ts';

/** Registers the buttons of reminders and the modal of the details. */
export function registerLook(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.nothingChanged, async (click, ack) => {
    const { occurrence } = click.value;
    if (occurrence === undefined) return ack();
    await recordClick(parts, click, {
      ack,
      command: { type: 'ConfirmNothingChanged', by: click.actor, at: parts.now(), occurrence },
    });
  });

  onClick(app, parts, actionPatterns.look, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      return click.tell(shown.problem);
    }
    await openModal(parts, click, ack, lookView({ ...lookParts(parts, shown), clicked: click.value }));
  });

  onClick(app, parts, actionPatterns.watch, async (click, ack) => {
    const { item, occurrence } = click.value;
    const answer = itemAnswers.find((known) => click.actionId.endsWith(`.${known}`));
    if (item === undefined || occurrence === undefined || answer === undefined) return ack();
    const handled = await recordClick(parts, click, {
      ack,
      command: { type: 'AnswerWatchItem', by: click.actor, at: parts.now(), occurrence, item, answer },
    });
    await refresh(parts, click, handled);
  });

  onClick(app, parts, actionPatterns.scope, async (click, ack) => {
    const [, question, answer] = click.actionId.split('.');
    const scope = scopeAnswerSchema.safeParse({ question, answer }).data;
    if (scope === undefined) return ack();
    const handled = await recordClick(parts, click, {
      ack,
      command: { type: 'AnswerScope', by: click.actor, at: parts.now(), scope },
    });
    await refresh(parts, click, handled);
  });

  onClick(app, parts, actionPatterns.stretch, async (click, ack) => {
    const weeks = stretchSchema.safeParse(Number(click.actionId.split('.')[1])).data;
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok || weeks === undefined || shown.decision.schedule === null) {
      await ack();
      return click.tell(shown.ok ? unreadableSentence : shown.problem);
    }
    const schedule = { ...shown.decision.schedule, weeks };
    await recordClick(parts, click, {
      ack,
      command: { type: 'SetSchedule', by: click.actor, at: parts.now(), schedule },
    });
  });

  onClick(app, parts, actionPatterns.adopt, async (click, ack) => {
    const zone = await parts.people.zoneOf(click.actor.person);
    const shown = await decisionToShow(parts, click.value.decision);
    const stamp = { by: click.actor, at: parts.now(), zone };
    const gone = shown.ok && shown.decision.ownerGone;
    await recordClick(parts, click, {
      ack,
      command: gone ? { type: 'HandOver', ...stamp, to: click.actor.person } : { type: 'ResumeLooks', ...stamp },
    });
  });

  onClick(app, parts, actionPatterns.newVersion, async (click, ack) => {
    const command = { type: 'AdoptFramework', by: click.actor, at: parts.now() } as const;
    await refresh(parts, click, await recordClick(parts, click, { ack, command }));
  });

  onClick(app, parts, actionPatterns.followUp, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok) {
      await ack();
      return click.tell(shown.problem);
    }
    await openModal(parts, click, ack, followUpView(shown.decision, click));
  });

  registerLookForm(app, parts);
}

function registerLookForm(app: App, parts: ListenerParts): void {
  onSubmission(app, parts, viewIds.look, async (submission) => {
    const field = fieldIds.askAgain;
    const clicked = decodeActionValue(submission.metadata);
    if (clicked?.occurrence === undefined) return { close: false, field, problem: unreadableSentence };
    const questions = submission.values(field).flatMap((id) => askedIdSchema.safeParse(id).data ?? []);
    return recordSubmission(parts, submission, {
      decisionId: clicked.decision,
      field,
      words: {},
      command: {
        type: 'FinishLook',
        by: submission.actor,
        at: parts.now(),
        occurrence: clicked.occurrence,
        questions,
      },
    });
  });
}

function followUpView(decision: StartedDecision, { actor, replyUrl }: Click) {
  const origin = { kind: 'follows', decisionId: decision.decisionId } as const;
  return startDecisionView({
    place: { channel: decision.channel, threadTs: null, replyUrl, origin },
    starter: actor.person,
    title: null,
    framing: null,
  });
}

/** What the modal shows besides the decision: the texts, and the version of the framework in force. */
function lookParts({ frameworks, texts }: ListenerParts, shown: ShownDecision) {
  const newer = frameworks.current.version === shown.framework.version ? {} : { newerFramework: frameworks.current };
  return { ...shown, texts, ...newer };
}

/** Shows in the modal what was recorded, or why it was not: a modal has no address to answer to. */
async function refresh(parts: ListenerParts, click: Click, handled: HandedOver): Promise<void> {
  if (click.viewId === null) return;
  const shown: DecisionToShow = await decisionToShow(parts, click.value.decision);
  if (!shown.ok) return;
  const { item: _item, ...clicked } = click.value;
  const problem = problemOf(handled);
  await updateView(parts, {
    viewId: click.viewId,
    view: lookView({ ...lookParts(parts, shown), clicked, ...(problem === null ? {} : { problem }) }),
  });
}
