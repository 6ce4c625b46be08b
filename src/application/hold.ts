// Lets one worker at a time do something to a decision's messages.
import type { CardLedger } from './card-ledger.ts';
import type { DecisionAddress } from './decision-store.ts';
import { again, type Ran } from './show-card.ts';

/** What a process that died held is free again after this long; a living one renews in time. */
const LEASE_MS = 5_000;
const RENEW_EVERY_MS = 1_500;
/** How soon to look again while another worker holds it. */
const HELD_MS = 200;

/** Runs something while nobody else does what has the same name; answers "again" when somebody else is at it. */
export async function holding(
  ledger: CardLedger,
  held: { readonly address: DecisionAddress; readonly name: string },
  run: () => Promise<Ran>,
): Promise<Ran> {
  const { address, name } = held;
  const lease = await ledger.lease(address, name, LEASE_MS);
  if (lease === null) return again(HELD_MS);
  const renewing = setInterval(() => {
    // A renewal that fails is as good as a lost lease: writes to a message are guarded by its marker as well.
    ledger.renew(address, name, lease, LEASE_MS).catch(() => {});
  }, RENEW_EVERY_MS);
  try {
    return await run();
  } finally {
    clearInterval(renewing);
    await ledger.release(address, name, lease);
  }
}
