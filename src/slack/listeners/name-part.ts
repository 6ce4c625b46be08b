// The modal that names the part, for 5c `part`: the answer is recorded once the part has a name.
import type { App } from '@slack/bolt';
import { wordRef } from '../../application/word-ref.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { decodeActionValue } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { unreadableSentence } from '../sentences.ts';
import { actionTsOf, onSubmission, recordSubmission } from '../submission.ts';

/** Registers the listener. */
export function registerNamePart(app: App, parts: ListenerParts): void {
  onSubmission(app, parts, viewIds.namePart, async (submission) => {
    const clicked = decodeActionValue(submission.metadata);
    const name = submission.value(fieldIds.part);
    const field = fieldIds.part;
    if (clicked === null) return { close: false, field, problem: unreadableSentence };
    if (name === null) return { close: false, field, problem: refusal('part-needs-name').words };
    const part = wordRef(clicked.decision, name);
    const at = parts.now();
    return recordSubmission(parts, submission, {
      decisionId: clicked.decision,
      field,
      words: { [part]: name },
      command: {
        type: 'AnswerQuestion',
        by: submission.actor,
        at,
        question: '5c',
        option: 'part',
        part,
        actionTs: actionTsOf(at),
      },
    });
  });
}
