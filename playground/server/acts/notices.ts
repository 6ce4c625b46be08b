// What Slack shows to one person when something of theirs went wrong.
import { shortId } from '../ids.ts';
import type { Notice } from '../model.ts';
import type { World } from '../world.ts';

/** Most notices kept for all people together. */
const MOST_NOTICES = 100;

/** Shows a notice to the person. */
export function notify(
  world: World,
  user: string,
  notice: Pick<Notice, 'kind' | 'text'> & Partial<Pick<Notice, 'channel' | 'ts' | 'actionId'>>,
): void {
  const { notices } = world.workspace;
  notices.push({ channel: undefined, ts: undefined, actionId: undefined, ...notice, id: shortId(), user });
  if (notices.length > MOST_NOTICES) {
    notices.shift();
  }
  world.changed();
}
