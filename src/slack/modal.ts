// Opens modals. A `trigger_id` lives three seconds and is good for one modal, so this comes before everything else.
import type { ModalView } from '@slack/types';
import { slackErrorCode } from './api-errors.ts';
import type { ListenerParts } from './listener-parts.ts';

/** Slack's codes for a trigger that came too late. */
const TOO_LATE = new Set(['expired_trigger_id', 'invalid_trigger_id']);
/** The trigger was used before: the same click delivered again, and the person has the modal already. */
const USED = 'exchanged_trigger_id';

const tooLateSentence = 'Slack gave up waiting for the form. Nothing was changed. Please click again.';
const failedSentence =
  'The form could not be opened: Slack did not take it. Nothing was changed. Please try again in a moment.';

/** Opens a modal for whoever clicked, then acknowledges; what went wrong is told to that person. */
export async function openModal(
  parts: ListenerParts,
  asked: { readonly triggerId: string; tell(text: string): Promise<void> },
  ack: () => Promise<void>,
  view: ModalView,
): Promise<void> {
  const problem = await tryOpen(parts, asked.triggerId, view);
  await ack();
  if (problem !== null) await asked.tell(problem);
}

async function tryOpen(parts: ListenerParts, triggerId: string, view: ModalView): Promise<string | null> {
  try {
    await parts.client.views.open({ trigger_id: triggerId, view });
    return null;
  } catch (error) {
    const code = slackErrorCode(error);
    if (code === USED) return null;
    parts.log.warn('modal not opened', { view: view.callback_id ?? '', code }, error);
    return code !== null && TOO_LATE.has(code) ? tooLateSentence : failedSentence;
  }
}
