// Publishes a person's Home tab, only when it would look different.
import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Homes, PublishHome } from '../../application/home/homes.ts';
import { patiently } from '../api-errors.ts';
import { troubleOf } from '../listener-parts.ts';
import { findDecisions } from '../lists/find-decisions.ts';
import type { ListerParts } from '../lists/lister-parts.ts';
import { homeView } from './home-view.ts';

/** What publishing works with. */
export type PublishHomeParts = ListerParts & {
  readonly client: WebClient;
  readonly homes: Homes;
  readonly now: () => number;
};

/** Builds the procedure. What a tab showed last is known to every process. */
export function createPublishHome(parts: PublishHomeParts): PublishHome {
  const { client, homes, workspace } = parts;
  return async function publishHome(person) {
    const found = await unlessStoreFails(() => findDecisions(parts, person, { kind: 'home' }));
    const view = homeView({
      person,
      findings: typeof found === 'string' ? null : found,
      workspaceUrl: workspace.url,
      now: parts.now(),
    });
    const print = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
    if ((await unlessStoreFails(() => homes.shown(workspace.key, person))) === print) return;
    await patiently(() => client.views.publish({ user_id: person, view }));
    await unlessStoreFails(() => homes.keep(workspace.key, person, print));
  };
}

/** While the store is away the tab says no more than it knows, and is published again rather than not at all. */
async function unlessStoreFails<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (troubleOf(error) === null) throw error;
    return null;
  }
}
