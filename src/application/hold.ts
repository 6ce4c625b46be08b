// Lets one worker at a time do something to a decision's messages.
import type { CardLedger } from './card-ledger.ts';
import type { DecisionAddress } from './decision-store.ts';
import { again, type Ran } from './ran.ts';

/** What a process that died held is free again after this long; a living one renews in time. */
export const LEASE_MS = 5_000;
const RENEW_EVERY_MS = 1_500;
/** How soon to look again while another worker holds it. */
export const HELD_MS = 200;

/** What is held: a decision's card, or something else of a decision that one worker does at a time. */
type Held = { readonly address: DecisionAddress; readonly name: string };

/** Runs something while nobody else does what has the same name; answers "again" when somebody else is at it. */
export async function holding(ledger: CardLedger, held: Held, run: () => Promise<Ran>): Promise<Ran> {
  const { address, name } = held;
  const lease = await ledger.lease(address, name, LEASE_MS);
  if (lease === null) return again(HELD_MS);
  try {
    return await renewing(ledger, { ...held, lease }, run);
  } finally {
    await ledger.release(address, name, lease);
  }
}

/** Runs something and keeps the lease it runs under from ending meanwhile. */
export async function renewing<T>(
  ledger: CardLedger,
  { address, name, lease }: Held & { readonly lease: string },
  run: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    // A renewal that fails is as good as a lost lease: writes to a message are guarded by its marker as well.
    ledger.renew(address, name, lease, LEASE_MS).catch(() => {});
  }, RENEW_EVERY_MS);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
