// The modal that changes any answer: choose the question, then one of its options.
import type { ActionsBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { questionRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import {
  type AskedId,
  consistencyQuestionId,
  type Framework,
  findQuestion,
  questionsOf,
  unknownLabel,
  unknownOption,
} from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { section } from '../cards/blocks.ts';
import { type AskedQuestion, answerWords, isAsked, standingOption, wordsOf } from '../cards/wording.ts';
import { actionIds, fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { mention, words } from '../text.ts';
import { choice, field, modal, plain } from './modal.ts';
import { partField } from './name-part.ts';

/** What the modal is made from. `question` is the one chosen, or null before that. */
export type ChangeAnswerInput = {
  readonly decision: StartedDecision;
  readonly framework: Framework;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly question: AskedId | null;
};

/** The modal. Without a chosen question it has nothing to send yet; choosing one is answered by this view again. */
export function changeAnswerView(input: ChangeAnswerInput): ModalView {
  const { decision, framework } = input;
  const question = input.question === null ? undefined : findQuestion(framework, input.question);
  const id = question?.id;
  return modal({
    id: viewIds.changeAnswer,
    title: 'Change an answer',
    ...(question === undefined ? {} : { submit: 'Record the answer' }),
    metadata: encodeActionValue({
      decision: decision.decisionId,
      card: 'recommendation',
      ...(id === undefined ? {} : { question: id }),
    }),
    blocks: [picker(input), ...(question === undefined ? standingBlocks(input) : optionBlocks(question, input))],
  });
}

/** The questions that are switched on, and the consistency question once it is asked. */
function offered({ decision, framework }: ChangeAnswerInput): readonly AskedQuestion[] {
  const scored = questionsOf(framework).filter(({ id }) => isAsked(decision, id));
  const asksConsistency =
    decision.verdict?.askConsistency === true || standingOption(decision, consistencyQuestionId) !== null;
  return asksConsistency ? [...scored, framework.consistencyQuestion] : scored;
}

function picker(input: ChangeAnswerInput): ActionsBlock {
  const options = offered(input).map(({ id, text }) => choice(`${id}  ${text}`, id));
  const chosen = options.find(({ value }) => value === input.question);
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: actionIds.pickQuestion(),
        placeholder: plain('Which question?', limits.placeholder),
        options,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      },
    ],
  };
}

/** Before a question is chosen: what stands now, so that one is found by its answer. */
function standingBlocks(input: ChangeAnswerInput): readonly KnownBlock[] {
  const lines = offered(input).map(({ id }) => {
    const { standing } = questionRecord(input.decision, id);
    const said = standing === null ? 'not answered' : words(answerWords(id, standing, input), 80);
    return `*${id}*  ${said}${standing === null ? '' : ` · ${mention(standing.person)}`}`;
  });
  return [section(`Answers now\n${lines.join('\n')}`)];
}

function optionBlocks(question: AskedQuestion, input: ChangeAnswerInput): readonly KnownBlock[] {
  const record = questionRecord(input.decision, question.id).standing;
  const standing =
    record === null
      ? 'Not answered yet.'
      : `Now: ${words(answerWords(question.id, record, input), 160)}, chosen by ${mention(record.person)}.`;
  const options: readonly PlainTextOption[] = [
    ...question.options.map(({ id, label, text }) => choice(label, id, text)),
    choice(unknownLabel, unknownOption),
  ];
  const current = options.find(({ value }) => value === record?.option);
  return [
    section(`*${question.id}   ${words(question.text, 300)}*\n${standing}`),
    field({
      id: fieldIds.option(question.id),
      label: 'The answer',
      element: {
        type: 'radio_buttons',
        options: [...options],
        ...(current === undefined ? {} : { initial_option: current }),
      },
    }),
    ...(question.id === '5c' ? [partField(standingPart(input), true)] : []),
  ];
}

function standingPart({ decision, words: written }: ChangeAnswerInput): string | null {
  const part = questionRecord(decision, '5c').standing?.part ?? null;
  return part === null || !written.has(part) ? null : wordsOf(written, part);
}
