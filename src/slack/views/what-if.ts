// The modal in which a change is tried on the drawings: choose its kind, then say what it is.
import type { ActionsBlock, InputBlock, ModalView } from '@slack/types';
import { servicesOf, type Workflow, workflowLimits } from '../../domain/workflow/workflow.ts';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { actionIds, fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { choice, field, modal, plain } from './modal.ts';
import { stepChoice } from './step-choice.ts';

/** The kinds of change that can be tried. */
export const changeKinds = ['insert', 'react', 'replace', 'deadline'] as const;
export type ChangeKind = (typeof changeKinds)[number];

const labels = {
  insert: 'A step comes in the middle',
  react: 'Somebody more reacts',
  replace: 'A participant is replaced',
  deadline: 'A step gets a deadline',
} as const satisfies Readonly<Record<ChangeKind, string>>;

/** Tells whether a text names a kind of change. */
export function isChangeKind(text: string | undefined): text is ChangeKind {
  return changeKinds.some((kind) => kind === text);
}

/** The modal for a kind of change; choosing another kind is answered by this view again. */
export function whatIfView(clicked: ActionValue, kind: ChangeKind, workflow: Workflow): ModalView {
  return modal({
    id: viewIds.whatIf,
    title: 'What if',
    submit: 'Draw it',
    metadata: encodeActionValue({ decision: clicked.decision, card: clicked.card, does: kind }),
    blocks: [picker(kind), ...fieldsFor(kind, workflow)],
  });
}

function picker(kind: ChangeKind): ActionsBlock {
  const options = changeKinds.map((one) => choice(labels[one], one));
  const chosen = options.find(({ value }) => value === kind);
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: actionIds.pickChange(),
        placeholder: plain('What changes?', limits.placeholder),
        options,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      },
    ],
  };
}

function fieldsFor(kind: ChangeKind, workflow: Workflow): readonly InputBlock[] {
  switch (kind) {
    case 'insert':
      return [
        stepField('After which step?', workflow),
        textField(fieldIds.changeWho, 'Which service does it?', workflowLimits.service),
        textField(fieldIds.changeWhat, 'What does it do?', workflowLimits.text),
        textField(fieldIds.changeUndo, 'What takes it back?', workflowLimits.text, true),
      ];
    case 'react':
      return [
        stepField('To which step do they react?', workflow),
        textField(fieldIds.changeWho, 'Which service reacts?', workflowLimits.service),
        textField(fieldIds.changeWhat, 'What does it do then?', workflowLimits.text),
      ];
    case 'replace':
      return [serviceField(workflow), textField(fieldIds.changeWho, 'By which service?', workflowLimits.service)];
    case 'deadline':
      return [
        stepField('Which step?', workflow),
        textField(fieldIds.changeDeadline, 'How long may it take?', workflowLimits.deadline),
      ];
    default:
      return kind satisfies never;
  }
}

/** The middle is where a change says most, so it is chosen at first. */
function stepField(label: string, { steps }: Workflow): InputBlock {
  const options = steps.map((step, place) => stepChoice(step, place));
  const middle = options[Math.max(0, Math.ceil(options.length / 2) - 1)];
  return field({
    id: fieldIds.changeAt,
    label,
    element: { type: 'static_select', options, ...(middle === undefined ? {} : { initial_option: middle }) },
  });
}

/** The value is the service's place, since a name may be longer than a value. */
function serviceField(workflow: Workflow): InputBlock {
  const options = servicesOf(workflow).map((name, place) => choice(name, String(place)));
  return field({
    id: fieldIds.changeOld,
    label: 'Who is replaced?',
    element: { type: 'static_select', options },
  });
}

function textField(id: string, label: string, max: number, optional = false): InputBlock {
  return field({ id, label, optional, element: { type: 'plain_text_input', max_length: max } });
}
