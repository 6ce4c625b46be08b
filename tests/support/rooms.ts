// Channels of a shared playground: one for each test, so that decisions do not meet.
import { app, peopleIds } from '../../playground/server/default-workspace.ts';
import type { Playground } from '../../playground/server/playground.ts';

let rooms = 0;

/** A fresh channel with everybody in it, and the app unless `without` says otherwise; answers its id. */
export function room(
  playground: Playground,
  { kind = 'public', without = false }: { readonly kind?: 'public' | 'private'; readonly without?: boolean } = {},
): string {
  rooms += 1;
  const people = [peopleIds.ines, peopleIds.noah, peopleIds.priya];
  return playground.faults.addChannel({
    name: `room-${rooms}`,
    kind,
    members: without ? people : [...people, app.botUserId],
  });
}
