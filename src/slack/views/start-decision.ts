// The modal that starts a decision: its title, what happens, who owns it, who takes part.
import type { ModalView } from '@slack/types';
import { encodeStartPlace, type StartPlace } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { clipPlain, manyLines, oneLine } from '../text.ts';
import { field, modal } from './modal.ts';
import { stepsField } from './steps.ts';

/** A title is a header on three cards and a line in lists: this many characters read well everywhere. */
const titleLength = 120;

/** What the modal starts out with. The one who opens it is its owner unless they choose somebody else. */
export type StartDecisionInput = {
  readonly place: StartPlace;
  readonly starter: string;
  readonly title: string | null;
  readonly framing: string | null;
};

/** The start modal. */
export function startDecisionView({ place, starter, title, framing }: StartDecisionInput): ModalView {
  const where =
    place.threadTs === null ? 'It gets a thread of its own in this channel.' : 'It will live in this thread.';
  return modal({
    id: viewIds.startDecision,
    title: 'Start a decision',
    submit: 'Start',
    metadata: encodeStartPlace(place),
    blocks: [
      ...(place.channel === null ? [placeField()] : []),
      field({
        id: fieldIds.title,
        label: 'Which workflow is it about?',
        hint: `A few words everybody understands, such as “Order fulfilment”. ${where}`,
        element: {
          type: 'plain_text_input',
          min_length: 1,
          max_length: titleLength,
          focus_on_load: true,
          ...initial(clipPlain(oneLine(title ?? ''), titleLength)),
        },
      }),
      field({
        id: fieldIds.framing,
        label: 'What happens in it?',
        hint: 'Who starts it, which services do what, and what can go wrong. A few sentences are plenty.',
        optional: true,
        element: {
          type: 'plain_text_input',
          multiline: true,
          max_length: limits.inputText,
          ...initial(clipPlain(manyLines(framing ?? ''), limits.inputText)),
        },
      }),
      stepsField('', true),
      field({
        id: fieldIds.owner,
        label: 'Who owns the decision?',
        hint: 'The one who accepts it in the end, and is reminded to look at it again.',
        element: { type: 'users_select', initial_user: starter },
      }),
      field({
        id: fieldIds.invited,
        label: 'Who should take part?',
        hint: 'They are named on the card. Anyone of this workspace in the channel may answer, named or not.',
        optional: true,
        element: { type: 'multi_users_select' },
      }),
    ],
  });
}

function initial(text: string): { readonly initial_value?: string } {
  return text === '' ? {} : { initial_value: text };
}

/** Asked where the form was not opened from a channel. */
function placeField() {
  return field({
    id: fieldIds.place,
    label: 'In which channel?',
    hint: 'Downbeat has to be in it: type /invite @Downbeat there if it is not.',
    element: {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  });
}
