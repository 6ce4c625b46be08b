// The modal of a person's own answers to a pillar, for their eyes only.
import type { KnownBlock, ModalView } from '@slack/types';
import type { RecordedAnswer } from '../../domain/decision/answer-records.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { PersonId, WordRef } from '../../domain/decision/refs.ts';
import { myAnswers } from '../../domain/decision/team.ts';
import {
  type Framework,
  type PillarNumber,
  type Question,
  unknownLabel,
  unknownOption,
} from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { context } from '../cards/blocks.ts';
import { wordsOf } from '../cards/wording.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { choice, field, modal } from './modal.ts';
import { partField } from './name-part.ts';

/** What the modal is made from; `person` is the one who opened it. */
export type MyAnswersInput = {
  readonly decision: StartedDecision;
  readonly framework: Framework;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly pillar: PillarNumber;
  readonly person: PersonId;
};

/** The modal, with what the person answered before already chosen. */
export function myAnswersView(input: MyAnswersInput): ModalView {
  const { decision, framework, person, pillar } = input;
  const mine = myAnswers(decision, person);
  const questions = framework.pillars[pillar - 1]?.questions ?? [];
  return modal({
    id: viewIds.myAnswers,
    title: 'My answers',
    submit: 'Record my answers',
    metadata: encodeActionValue({ decision: decision.decisionId, card: `pillar-${pillar}`, pillar }),
    blocks: [
      context('Only you see this until the pillar is revealed. You can change it until then, and after.'),
      ...questions.flatMap((question) => questionBlocks(question, mine[question.id] ?? null, input)),
    ],
  });
}

function questionBlocks(
  question: Question,
  own: RecordedAnswer | null,
  { words }: MyAnswersInput,
): readonly KnownBlock[] {
  const options = [
    ...question.options.map(({ id, label, text }) => choice(label, id, text)),
    choice(unknownLabel, unknownOption),
  ];
  const chosen = options.find(({ value }) => value === own?.option);
  const asked = field({
    id: fieldIds.option(question.id),
    label: `${question.id}  ${question.text}`,
    optional: true,
    element: { type: 'radio_buttons', options, ...(chosen === undefined ? {} : { initial_option: chosen }) },
  });
  if (question.id !== '5c') return [asked];
  const part = own?.part ?? null;
  return [asked, partField(part === null ? null : wordsOf(words, part), true)];
}
