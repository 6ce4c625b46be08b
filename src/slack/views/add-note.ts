// The modal that puts a text or link under a question, below the notes that stand already.
import type { KnownBlock, ModalView } from '@slack/types';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { PersonId, WordRef } from '../../domain/decision/refs.ts';
import { notesFor } from '../../domain/decision/team.ts';
import type { Framework, PillarNumber, Question } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { context } from '../cards/blocks.ts';
import { isPrivatePillar } from '../cards/private-pillar-card.ts';
import { wordsOf } from '../cards/wording.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { mention, noteWords } from '../text.ts';
import { choice, field, modal } from './modal.ts';

/** A note is a remark, not a document. */
const noteLength = 1_000;

/** Notes listed in the modal, the newest; earlier ones are counted. */
const notesListed = 30;

const openly = 'Everybody in the channel can read it, with your name.';
const privately = 'Only you see it until the pillar is revealed; then everybody in the channel does, with your name.';

/** What the modal is made from. */
export type AddNoteInput = {
  readonly decision: StartedDecision;
  readonly pillar: PillarNumber;
  readonly framework: Framework;
  readonly words: ReadonlyMap<WordRef, string>;
  /** Who opened it: they see their own private notes as well. */
  readonly person: PersonId;
};

/** The note modal of a pillar. */
export function addNoteView(input: AddNoteInput): ModalView {
  const { decision, framework, pillar } = input;
  const questions = framework.pillars[pillar - 1]?.questions ?? [];
  const options = questions.map(({ id, text }) => choice(`${id}  ${text}`, id));
  const [first] = options;
  return modal({
    id: viewIds.addNote,
    title: 'Add a note',
    submit: 'Add it',
    metadata: encodeActionValue({ decision: decision.decisionId, card: `pillar-${pillar}`, pillar }),
    blocks: [
      field({
        id: fieldIds.noteQuestion,
        label: 'Which question is it about?',
        element: { type: 'static_select', options, ...(first === undefined ? {} : { initial_option: first }) },
      }),
      field({
        id: fieldIds.note,
        label: 'Text or link',
        hint: `${isPrivatePillar(decision, pillar) ? privately : openly} It explains an answer and changes none.`,
        element: { type: 'plain_text_input', multiline: true, max_length: noteLength, focus_on_load: true },
      }),
      ...standing(questions, input),
    ],
  });
}

function standing(
  questions: readonly Question[],
  { decision, person: reader, words }: AddNoteInput,
): readonly KnownBlock[] {
  const all = questions.flatMap(({ id }) =>
    notesFor(decision, id, reader).map(({ note, person, at }) => ({
      at,
      line: `*${id}*  ${mention(person)}: ${noteWords(wordsOf(words, note), noteLength)}`,
    })),
  );
  const listed = all.toSorted((a, b) => b.at - a.at).slice(0, notesListed);
  if (listed.length === 0) return [];
  const earlier = all.length - listed.length;
  const title = earlier === 0 ? 'Notes so far' : `The newest ${listed.length} of ${all.length} notes`;
  return [context(title), ...listed.map(({ line }) => context(line))];
}
