// The modal that asks which steps belong to the part that a split gives a coordinator.
import type { ModalView } from '@slack/types';
import { guessPart } from '../../domain/workflow/proposals.ts';
import type { Workflow } from '../../domain/workflow/workflow.ts';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { choice, field, modal } from './modal.ts';
import { stepChoice } from './step-choice.ts';

/** The modal, with the steps the part's name probably means already chosen. `clicked` says what is drawn afterwards. */
export function partStepsView(clicked: ActionValue, part: string, workflow: Workflow): ModalView {
  const options = workflow.steps.map((step, place) => stepChoice(step, place));
  const guessed = new Set(guessPart(workflow, part).steps);
  const initial = options.filter(({ value }) => value !== undefined && guessed.has(value));
  return modal({
    id: viewIds.partSteps,
    title: 'Steps of the part',
    submit: 'Draw it',
    metadata: encodeActionValue(clicked),
    blocks: [
      field({
        id: fieldIds.partSteps,
        label: choice(`Which steps belong to “${part}”?`, 'label').text.text,
        hint: 'They get a coordinator in the drawing of the split; the others react to what it publishes.',
        element: {
          type: 'multi_static_select',
          options,
          ...(initial.length === 0 ? {} : { initial_options: initial }),
        },
      }),
    ],
  });
}
