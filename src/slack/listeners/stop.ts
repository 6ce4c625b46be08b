// Slack's own Stop button beside an answer on its way: what is owed in the thread is given up, and nothing more is said.
import type { App } from '@slack/bolt';
import { stopAnswering } from '../../application/converse/revise.ts';
import { slackErrorCode } from '../api-errors.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { sessionStoppedSchema } from '../payloads.ts';
import { stoppedSentence } from '../sentences.ts';

/** Registers the listener. Slack has ended the streams itself, but leaves the state of the thread to the app. */
export function registerStop(app: App, parts: ListenerParts): void {
  app.event('agent_session_stopped', async ({ event }) => {
    const { channel, user, thread_ts } = sessionStoppedSchema.parse(event);
    const thread = { team: parts.workspace.key, channel, threadTs: thread_ts };
    const stopped = await stopAnswering(parts, thread);
    try {
      await parts.client.assistant.threads.setStatus({ channel_id: channel, thread_ts, status: '' });
    } catch (error) {
      parts.log.debug('no status line here', { channel, code: slackErrorCode(error) });
    }
    if (stopped > 0) await parts.client.chat.postEphemeral({ channel, user, thread_ts, text: stoppedSentence });
  });
}
