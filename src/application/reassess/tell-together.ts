// Tells the looks that are due for one owner together, in one write: all of them are recorded, or none is.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { digestDue, GATHER_MS } from '../../domain/decision/digest.ts';
import type { PersonId } from '../../domain/decision/refs.ts';
import type { DecisionLists } from '../decision-lists.ts';
import type { DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { HandleCommand } from '../handle-command.ts';
import { loadDecision } from '../load-decision.ts';
import type { Log } from '../log.ts';
import { unlessDamaged } from '../unless-damaged.ts';
import { timeZones } from './zones.ts';

/** Decisions of one owner that are looked at: those touched last. */
const MOST_OWNED = 500;

/** What telling takes. */
export type TellingParts = {
  readonly lists: Pick<DecisionLists, 'ownedBy'>;
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly handleCommand: HandleCommand;
  readonly log: Log;
};

/** Whose looks, and when. */
type Telling = { readonly team: string; readonly owner: PersonId; readonly now: number };

/** Tells what can be told together at a moment; answers the decisions this took care of. Throws what the store throws. */
export async function tellTogether(parts: TellingParts, telling: Telling): Promise<ReadonlySet<string>> {
  const { team, now } = telling;
  const told = new Set<string>();
  for (;;) {
    const digest = digestDue(await candidates(parts, telling), now, timeZones);
    if (digest === null || told.has(digest.lead)) return told;
    const handled = await parts.handleCommand({
      team,
      decisionId: digest.lead,
      deliveryKey: `due:${digest.lead}:together:${digest.reminder}:${now}`,
      command: { type: 'PassTime', at: now, digest },
    });
    if (!handled.ok || handled.repeated) return told;
    for (const member of digest.members) told.add(member);
  }
}

/** The owner's decisions something is due for soon, as they are now; a damaged one keeps no other waiting. */
async function candidates(
  { lists, store, folds, log }: TellingParts,
  { team, owner, now }: Telling,
): Promise<readonly StartedDecision[]> {
  const owned = await lists.ownedBy(team, owner, MOST_OWNED);
  const soon = owned.flatMap((entry) =>
    entry.ok && entry.summary.lookAt !== null && (entry.summary.dueAt ?? Number.POSITIVE_INFINITY) <= now + GATHER_MS
      ? [entry.summary.decisionId]
      : [],
  );
  if (soon.length < 2) return [];
  const read = await Promise.all(
    soon.map((decisionId) => unlessDamaged(loadDecision({ store, folds }, { team, decisionId }), { decisionId, log })),
  );
  return read.flatMap((loaded) => {
    if (loaded === null || loaded.decision.status === 'unstarted') return [];
    return loaded.decision.owner === owner ? [loaded.decision] : [];
  });
}
