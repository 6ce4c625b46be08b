// Publishes a person's Home tab, only when it would look different.
import { createHash } from 'node:crypto';
import type { ListenerParts } from '../listener-parts.ts';
import { troubleOf } from '../listener-parts.ts';
import { findDecisions } from '../lists/find-decisions.ts';
import { homeView } from './home-view.ts';

/** Tabs remembered by one process; forgetting one means publishing the same again. */
const REMEMBERED = 5_000;

/** Publishes the tab of a person. */
export type PublishHome = (person: string) => Promise<void>;

/** Builds the procedure. */
export function createPublishHome(parts: ListenerParts): PublishHome {
  const published = new Map<string, string>();
  return async function publishHome(person) {
    const view = homeView({
      findings: await findingsOf(parts, person),
      workspaceUrl: parts.workspace.url,
      now: parts.now(),
    });
    const print = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
    if (published.get(person) === print) return;
    await parts.client.views.publish({ user_id: person, view });
    published.delete(person);
    published.set(person, print);
    const oldest = published.size > REMEMBERED ? published.keys().next().value : undefined;
    if (oldest !== undefined) published.delete(oldest);
  };
}

/** While the store is away the tab says no more than it knows. */
async function findingsOf(parts: ListenerParts, person: string) {
  try {
    return await findDecisions(parts, person, { kind: 'mine' });
  } catch (error) {
    if (troubleOf(error) === null) throw error;
    return null;
  }
}
