// Shows one message with files, once as far as the surface allows.

import type { StartedDecision } from '../../domain/decision/decision.ts';
import { postsTo } from '../allowances.ts';
import type { CardLedger } from '../card-ledger.ts';
import type { Target } from '../card-surface.ts';
import type { DecisionAddress } from '../decision-store.ts';
import { patienceWith } from '../note-place.ts';
import type { Pace } from '../pace.ts';
import { again, type Ran } from '../ran.ts';
import { type FileSurface, FilesRefusedError, type StoredFile } from './file-surface.ts';
import type { Sheet } from './sheets.ts';

/** What sharing works with. */
export type SharingParts = {
  readonly ledger: CardLedger;
  readonly files: FileSurface;
  readonly pace: Pace;
  readonly now: () => number;
};

/** Which decision, and where its messages go. */
type Where = { readonly address: DecisionAddress; readonly decision: StartedDecision; readonly target: Target };

/** A share whose outcome is unknown is looked for only after this long: the surface may still be working on it. */
const SETTLE_AFTER_MS = 3_000;

/**
 * Shows the sheet unless it was shown before. The marker written before the share carries the first file's id, by which
 * the message is found again when the outcome was lost; where the app may not look, the files are shown again, since a
 * drawing too many misleads nobody.
 */
export async function shareOnce(parts: SharingParts, where: Where, sheet: Sheet): Promise<Ran> {
  const { address, target } = where;
  const { ledger, files: surface, now } = parts;
  const entry = await ledger.entry(address, sheet.key);
  if (entry?.state === 'posted') return { done: true };
  if (entry?.state === 'posting') {
    const age = now() - entry.since;
    if (age >= 0 && age < SETTLE_AFTER_MS) return again(SETTLE_AFTER_MS - age);
    const found = await surface.find(target, entry.nonce, entry.since);
    if (found.outcome === 'found') {
      await ledger.posted(address, sheet.key, { ...found.message, shown: entry.nonce });
      return { done: true };
    }
    await ledger.forget(address, sheet.key);
  }
  const wait = await parts.pace.take(address.team, postsTo(target.channel), now());
  if (wait > 0) return again(wait);
  try {
    return await share(parts, where, sheet);
  } catch (error) {
    if (!(error instanceof FilesRefusedError)) throw error;
    await surface.excuse(target);
    await ledger.posted(address, sheet.key, { channel: target.channel, ts: '', shown: null });
    return { done: true };
  }
}

async function share(parts: SharingParts, { address, decision, target }: Where, sheet: Sheet): Promise<Ran> {
  const { ledger, files: surface, now } = parts;
  const made = await sheet.make();
  const stored: StoredFile[] = [];
  for (const file of made.files) stored.push(await surface.upload(file));
  const first = stored[0]?.id ?? '';
  const begun = await ledger.beginPosting(address, sheet.key, { nonce: first, since: now() });
  if (begun.state === 'posted' || begun.nonce !== first) return again(SETTLE_AFTER_MS);
  const shared = await surface.share(target, { ...made, files: stored });
  if (shared.outcome === 'no-place') {
    await ledger.forget(address, sheet.key);
    return again(patienceWith(shared.problem, decision, now()));
  }
  // The surface shares a moment later and does not say where: the file's id stands for the message.
  await ledger.posted(address, sheet.key, { channel: target.channel, ts: '', shown: first });
  return { done: true };
}
