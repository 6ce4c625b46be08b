// *Why we ask*: the curated reason for a question, shown to the one who asked.
import type { App } from '@slack/bolt';
import { findQuestion } from '../../domain/framework.ts';
import { onClick } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { unreadableSentence } from '../sentences.ts';
import { whyWeAskView } from '../views/why-we-ask.ts';

/** Registers the listener. The words are those in force: wording may be improved at any time. */
export function registerWhy(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.why, async (click, ack) => {
    const { question: id } = click.value;
    const question = id === undefined ? undefined : findQuestion(parts.frameworks.current, id);
    if (question === undefined) {
      await ack();
      await click.tell(unreadableSentence);
      return;
    }
    await openModal(parts, click, ack, whyWeAskView(question));
  });
}
