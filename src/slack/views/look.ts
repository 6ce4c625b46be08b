// The modal of a look's details: one tap for each thing to watch, and what else changed.
import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { CardTexts } from '../../domain/card-texts.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import { type Framework, questionsOf, unknownLabel } from '../../domain/framework.ts';
import type { ItemAnswer, WatchItem } from '../../domain/reassessment/watch-items.ts';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { actions, button, context, section } from '../cards/blocks.ts';
import { newVersionPiece } from '../cards/new-version-piece.ts';
import { scopePiece } from '../cards/scope-piece.ts';
import { consequence, observation } from '../cards/watch-words.ts';
import { isAsked } from '../cards/wording.ts';
import { actionIds, fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { choice, field, modal, plain } from './modal.ts';

const answers: readonly (readonly [ItemAnswer, string])[] = [
  ['still-so', 'Still as it was'],
  ['changed', 'Changed'],
  ['unknown', unknownLabel],
];

/** What the modal is made from. `clicked` says from which card it was opened. */
export type LookInput = {
  readonly decision: StartedDecision;
  readonly framework: Framework;
  readonly texts: CardTexts;
  readonly words: ReadonlyMap<WordRef, string>;
  /** The framework in force, where the decision counts by another. */
  readonly newerFramework?: Framework;
  /** Why the tap before was not recorded. */
  readonly problem?: string;
  readonly clicked: ActionValue;
};

/** The modal. Every tap is recorded at once; sending the form ends the look. */
export function lookView(input: LookInput): ModalView {
  const { clicked, decision, framework } = input;
  const look = decision.look;
  const items = look?.items ?? [];
  const changeable = questionsOf(framework).filter(({ id }) => isAsked(decision, id));
  return modal({
    id: viewIds.look,
    title: 'What has changed?',
    submit: 'End the look',
    metadata: encodeActionValue(clicked),
    blocks: [
      ...(input.problem === undefined ? [] : [section(input.problem)]),
      context('Each tap is recorded at once. What you leave out stays “not re-checked”.'),
      ...items.flatMap((item, place) => itemBlocks(item, place, input)),
      ...(decision.scopeAsked === null ? [] : scopePiece({ decision, card: clicked.card }).blocks),
      ...newVersionPiece({ ...input, card: clicked.card }, clicked).blocks,
      field({
        id: fieldIds.askAgain,
        label: 'Something else changed: ask these again',
        optional: true,
        element: {
          type: 'multi_static_select',
          placeholder: plain('Questions', limits.placeholder),
          options: changeable.map(({ id, text }) => choice(`${id}  ${text}`, id)),
        },
      }),
    ],
  });
}

function itemBlocks(item: WatchItem, place: number, input: LookInput): readonly KnownBlock[] {
  return [section(`*${observation(item, input)}*`), context(consequence(item, input)), answerRow(item, place, input)];
}

function answerRow(item: WatchItem, place: number, { clicked, decision }: LookInput): ActionsBlock {
  const given = decision.look?.answers[item.id];
  return actions(
    answers.map(([answer, label]) => {
      const chosen = answer === given;
      return button({
        id: actionIds.watch(place, answer),
        label: chosen ? `✓ ${label}` : label,
        value: encodeActionValue({ ...clicked, item: item.id }),
        primary: chosen,
      });
    }),
  );
}
