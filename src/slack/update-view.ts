// Shows a modal that is open anew.
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../application/log.ts';
import { patiently, slackErrorCode } from './api-errors.ts';

/** Which modal, and what it shows from now on. `hash` is what it must still be like, where nothing newer may be lost. */
export type ViewUpdate = { readonly viewId: string; readonly view: ModalView; readonly hash?: string | undefined };

/** Codes of a modal that was closed meanwhile, or that has changed since (docs.slack.dev/reference/methods/views.update). */
const OVERTAKEN = new Set(['not_found', 'hash_conflict']);

/**
 * Shows a modal anew, or leaves it where it is closed or has changed since `hash`, as Slack then says. Throws when
 * nobody can know; what else Slack refuses is in the log, since nothing recorded depends on it.
 */
export async function updateView(
  { client, log }: { readonly client: WebClient; readonly log: Log },
  { viewId, view, hash }: ViewUpdate,
): Promise<void> {
  const since = hash === undefined ? {} : { hash };
  try {
    await patiently(() => client.views.update({ view_id: viewId, view, ...since }));
  } catch (error) {
    const code = slackErrorCode(error);
    if (code === null) throw error;
    if (OVERTAKEN.has(code)) log.info('modal not updated', { code });
    else log.warn('modal not updated', { code }, error);
  }
}
