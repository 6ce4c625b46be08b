// Suggests questions to whoever opens Downbeat's messages, once a day at most; never the only way in.
import type { App } from '@slack/bolt';
import { slackErrorCode } from '../api-errors.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { homeOpenedSchema } from '../payloads.ts';

/** The same as in the manifest, for workspaces whose view does not show those. */
const prompts: [{ title: string; message: string }, ...{ title: string; message: string }[]] = [
  { title: 'Compensation or rollback?', message: 'Is compensation just a rollback?' },
  { title: 'Which style when?', message: 'When is orchestration better than choreography?' },
  { title: 'Missing events', message: 'How do I notice an event that never came?' },
];

/** Registers the listener. A workspace that does not take suggestions goes without. */
export function registerPrompts(app: App, parts: ListenerParts): void {
  app.event('app_home_opened', async ({ event }) => {
    const { user, channel, tab } = homeOpenedSchema.parse(event);
    if (tab !== 'messages') return;
    if (!(await parts.deliveries.first(parts.workspace.key, `prompts:${user}`))) return;
    try {
      await parts.client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: 'Ask me', prompts });
    } catch (error) {
      parts.log.debug('no suggested prompts here', { code: slackErrorCode(error) });
    }
  });
}
