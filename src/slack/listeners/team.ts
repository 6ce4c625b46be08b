// Answering as a team: choosing it, giving one's own answers, revealing a pillar.
import type { App } from '@slack/bolt';
import { wordRef } from '../../application/word-ref.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { myAnswers } from '../../domain/decision/team.ts';
import { pillarQuestionIds, type QuestionId } from '../../domain/framework.ts';
import { decodeActionValue } from '../action-value.ts';
import { type Click, onClick, recordClick } from '../click.ts';
import { type DecisionToShow, decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import { handOver, type ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { refusalSentence, unreadableSentence } from '../sentences.ts';
import { actionTsOf, onSubmission, recordSubmission, type Submission, type SubmissionAnswer } from '../submission.ts';
import { myAnswersView } from '../views/my-answers.ts';
import { revealTimes, teamModeView } from '../views/team-mode.ts';

/** Registers the buttons and the modals. */
export function registerTeam(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.teamMode, async (click, ack) => {
    const shown = await decisionToShow(parts, click.value.decision);
    const problem = problemFor(shown, click);
    if (!shown.ok || problem !== null) {
      await ack();
      return click.tell(problem ?? unreadableSentence);
    }
    await openModal(parts, click, ack, teamModeView(shown.decision));
  });

  onSubmission(app, parts, viewIds.teamMode, async (submission) => {
    const field = fieldIds.revealAfter;
    const target = decodeActionValue(submission.metadata);
    const chosen = Object.entries(revealTimes).find(([time]) => time === submission.value(field));
    if (target === null || chosen === undefined) return { close: false, field, problem: unreadableSentence };
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: {},
      command: { type: 'ChooseTeamMode', by: submission.actor, at: parts.now(), revealAfter: chosen[1] },
    });
  });

  onClick(app, parts, actionPatterns.myAnswers, async (click, ack) => {
    const { pillar } = click.value;
    const shown = await decisionToShow(parts, click.value.decision);
    if (!shown.ok || pillar === undefined || !click.actor.member) {
      await ack();
      if (!click.actor.member) return click.tell(refusal('outsider').words);
      return click.tell(shown.ok ? unreadableSentence : shown.problem);
    }
    await openModal(parts, click, ack, myAnswersView({ ...shown, pillar, person: click.actor.person }));
  });

  onSubmission(app, parts, viewIds.myAnswers, (submission) => recordAnswers(parts, submission));

  onClick(app, parts, actionPatterns.reveal, async (click, ack) => {
    const { pillar } = click.value;
    if (pillar === undefined) return ack();
    await recordClick(parts, click, {
      ack,
      command: { type: 'RevealPillar', by: click.actor, at: parts.now(), pillar },
    });
  });
}

function problemFor(shown: DecisionToShow, { actor }: Click): string | null {
  if (!shown.ok) return shown.problem;
  const { owner } = shown.decision;
  return actor.person === owner ? null : refusalSentence(refusal('owner-only', owner));
}

/** Records what differs from the person's standing answers, in the order asked; what does not apply is left out. */
async function recordAnswers(parts: ListenerParts, submission: Submission): Promise<SubmissionAnswer> {
  const target = decodeActionValue(submission.metadata);
  if (target?.pillar === undefined) return { close: false, field: fieldIds.option('1a'), problem: unreadableSentence };
  const shown = await decisionToShow(parts, target.decision);
  if (!shown.ok)
    return { close: false, field: fieldIds.option(pillarQuestionIds[target.pillar][0]), problem: shown.problem };
  const mine = myAnswers(shown.decision, submission.actor.person);
  for (const question of pillarQuestionIds[target.pillar]) {
    const given = answerIn(submission, question, target.decision);
    if (given === null || (given.option === mine[question]?.option && given.part === mine[question].part)) continue;
    const change = `${question}:${mine[question]?.option ?? ''}>${given.option}:${given.part ?? ''}`;
    const answer = await recordAnswer(parts, submission, { ...given, question, change, decisionId: target.decision });
    if (!answer.close) return answer;
  }
  return { close: true };
}

type Given = { readonly option: string; readonly part: string | null; readonly name: string | null };

function answerIn(submission: Submission, question: QuestionId, decisionId: string): Given | null {
  const option = submission.value(fieldIds.option(question));
  if (option === null) return null;
  const name = question === '5c' && option === 'part' ? submission.value(fieldIds.part) : null;
  return { option, name, part: name === null ? null : wordRef(decisionId, name) };
}

async function recordAnswer(
  parts: ListenerParts,
  submission: Submission,
  given: Given & { readonly question: QuestionId; readonly change: string; readonly decisionId: string },
): Promise<SubmissionAnswer> {
  const { change, decisionId, name, option, part, question } = given;
  const at = parts.now();
  const handled = await handOver(parts, {
    decisionId,
    // A form that was refused for one answer is sent again as the same view, perhaps with another choice than before.
    deliveryKey: `${submission.deliveryKey}:${change}`,
    words: part === null || name === null ? {} : { [part]: name },
    command: { type: 'AnswerQuestion', by: submission.actor, at, question, option, part, actionTs: actionTsOf(at) },
  });
  if (handled.ok) return { close: true };
  if ('trouble' in handled) return { close: false, field: fieldIds.option(question), problem: handled.trouble };
  if (!('refusal' in handled) || handled.refusal.reason === 'switched-off') return { close: true };
  const field = handled.refusal.reason === 'part-needs-name' ? fieldIds.part : fieldIds.option(question);
  return { close: false, field, problem: handled.refusal.words };
}
