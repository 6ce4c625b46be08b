// The filters under a channel's list.
import type { App } from '@slack/bolt';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { answerList } from '../lists/answer-list.ts';
import { listFilters } from '../lists/list-message.ts';
import { clickSchema } from '../payloads.ts';

/** Registers the buttons. The list is private, so it is replaced for the one who clicked. */
export function registerLists(app: App, parts: ListenerParts): void {
  app.action({ type: 'block_actions', action_id: actionPatterns.list }, async ({ ack, body, respond }) => {
    await ack();
    const { actions, channel, user } = clickSchema.parse(body);
    const filter = listFilters.find((known) => known === actions[0]?.value);
    if (filter === undefined || !channel) return;
    const message = await answerList(parts, user.id, { looked: { kind: 'list', channel: channel.id }, filter });
    await respond({ response_type: 'ephemeral', replace_original: true, ...message });
  });
}
