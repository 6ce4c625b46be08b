// The modal in which the steps are written, one a line; where a model is configured it may propose them.
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { ActionValue } from '../action-value.ts';
import { encodeActionValue } from '../action-value.ts';
import { actions, button, context, plainSection } from '../cards/blocks.ts';
import { stepsHint } from '../drawings/steps-sentences.ts';
import { actionIds, fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { field, modal } from './modal.ts';

/** What the modal shows: a field with those steps, or that a model is writing some; `sentence` says what came of that. */
export type StepsShown =
  | { readonly stage: 'writing'; readonly text: string; readonly hasModel: boolean }
  | { readonly stage: 'under-way' }
  | { readonly stage: 'asked'; readonly text: string; readonly sentence: string };

/** What `does` says in the metadata once a model was asked: the field has its other name then. */
const ASKED = 'asked';

/** The name of the modal's field. */
export function stepsFieldOf({ does }: Pick<ActionValue, 'does'>): string {
  return does === ASKED ? fieldIds.stepsProposed : fieldIds.steps;
}

/** The field for steps, on its own or in the modal that starts a decision. `text` holds those that stand. */
export function stepsField(text: string, optional: boolean, id: string = fieldIds.steps): InputBlock {
  return field({
    id,
    label: 'Steps, one a line',
    hint: stepsHint,
    optional,
    element: {
      type: 'plain_text_input',
      multiline: true,
      max_length: limits.inputText,
      ...(optional ? {} : { focus_on_load: true }),
      ...(text === '' ? {} : { initial_value: text }),
    },
  });
}

/** The steps modal. Its text must fit a field: longer steps are edited in the thread. */
export function stepsView(clicked: Pick<ActionValue, 'decision' | 'card'>, shown: StepsShown): ModalView {
  const { decision, card } = clicked;
  const target = { decision, card, ...(shown.stage === 'asked' ? { does: ASKED } : {}) };
  return modal({
    id: viewIds.steps,
    title: 'Steps',
    ...(shown.stage === 'under-way' ? {} : { submit: 'Save' }),
    metadata: encodeActionValue(target),
    blocks: [...blocksOf(encodeActionValue({ decision, card }), shown)],
  });
}

function blocksOf(value: string, shown: StepsShown): readonly KnownBlock[] {
  switch (shown.stage) {
    case 'writing': {
      const label = 'Propose steps';
      const offer = [
        actions([button({ id: actionIds.proposeSteps(), label, spoken: 'Let a model propose the steps', value })]),
        context(
          'A model reads the title, the description and what stands here, without people, addresses and secrets. You change its steps and save them: nothing is recorded before.',
        ),
      ];
      return [stepsField(shown.text, false), ...(shown.hasModel ? offer : [])];
    }
    case 'under-way':
      return [
        plainSection('Reading what was said about the workflow …'),
        context('Most proposals come within 15 seconds. Nothing is recorded meanwhile, and what you typed comes back.'),
      ];
    case 'asked':
      return [context(shown.sentence), stepsField(shown.text, false, fieldIds.stepsProposed)];
    default:
      return shown satisfies never;
  }
}
