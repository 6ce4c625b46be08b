// The buttons that answer a question: one click records.
import type { App } from '@slack/bolt';
import { onClick, recordClick } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { namePartView } from '../views/name-part.ts';

/** Registers the listener. `5c part` asks for the part's name first, in a modal. */
export function registerAnswer(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.answer, async (click, ack) => {
    const { question, option, decision, card } = click.value;
    if (question === undefined || option === undefined) return ack();
    if (question === '5c' && option === 'part' && click.actor.member) {
      await openModal(parts, click, ack, namePartView({ decision, card }));
      return;
    }
    await recordClick(parts, click, {
      ack,
      command: {
        type: 'AnswerQuestion',
        by: click.actor,
        at: parts.now(),
        question,
        option,
        part: null,
        actionTs: click.actionTs,
      },
    });
  });
}
