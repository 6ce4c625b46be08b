// Waits until nothing is owed any more: every card has been made right.
import { setTimeout as wait } from 'node:timers/promises';
import type { Record } from './record.ts';

/** Resolves when nothing is owed, twice in a row; fails after a generous time. */
export async function settled(record: Record): Promise<void> {
  let calm = 0;
  for (let turn = 0; turn < 800; turn += 1) {
    calm = (await record.owed()).length === 0 ? calm + 1 : 0;
    if (calm === 2) return;
    await wait(50);
  }
  throw new Error(`still owed after 40 seconds: ${(await record.owed()).join(', ')}`);
}
