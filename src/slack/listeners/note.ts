// Notes: a text or link under a question, given in a modal.
import type { App } from '@slack/bolt';
import { wordRef } from '../../application/word-ref.ts';
import { askedIdSchema } from '../../domain/decision/refs.ts';
import { decodeActionValue } from '../action-value.ts';
import { onClick } from '../click.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { onSubmission, recordSubmission } from '../submission.ts';
import { addNoteView } from '../views/add-note.ts';

/** Registers the button and the modal. */
export function registerNote(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.note, async (click, ack) => {
    const { pillar, decision: decisionId } = click.value;
    const shown = await decisionToShow(parts, decisionId);
    if (!shown.ok || pillar === undefined) {
      await ack();
      await click.tell(shown.ok ? unreadableSentence : shown.problem);
      return;
    }
    await openModal(parts, click, ack, addNoteView({ ...shown, pillar, person: click.actor.person }));
  });

  onSubmission(app, parts, viewIds.addNote, async (submission) => {
    const field = fieldIds.note;
    const target = decodeActionValue(submission.metadata);
    const question = askedIdSchema.safeParse(submission.value(fieldIds.noteQuestion)).data;
    const text = submission.value(field);
    if (target === null || question === undefined) return { close: false, field, problem: unreadableSentence };
    if (text === null) return { close: false, field, problem: 'A note needs a few words or a link.' };
    const note = wordRef(target.decision, text);
    return recordSubmission(parts, submission, {
      decisionId: target.decision,
      field,
      words: { [note]: text },
      command: { type: 'AddNote', by: submission.actor, at: parts.now(), question, note },
    });
  });
}
