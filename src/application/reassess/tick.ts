// Turns time into commands: one for every decision that is due, through the same door as everything else.
import type { DecisionLists } from '../decision-lists.ts';
import type { DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { HandleCommand } from '../handle-command.ts';
import type { Log } from '../log.ts';
import type { DueDecision, DueDecisions } from './due-decisions.ts';
import { tellTogether } from './tell-together.ts';

/** How many due decisions are read at once, and how many people's are handled side by side. */
const PAGE = 500;
const SIDE_BY_SIDE = 10;

/** What a tick did: due decisions of which something was recorded, and those that could not be handled and stay due. */
export type Ticked = { readonly issued: number; readonly left: number };

/** Issues what is due at a moment. Harmless to repeat, to run twice at once and to run late. */
export type Tick = (now: number) => Promise<Ticked>;

/** What a tick works with. `teams` lists the workspaces to look after. */
export type TickParts = {
  readonly due: DueDecisions;
  readonly lists: Pick<DecisionLists, 'ownedBy'>;
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly handleCommand: HandleCommand;
  readonly teams: () => Promise<readonly string[]>;
  readonly log: Log;
};

/** Where and when a tick is. */
type Moment = { readonly team: string; readonly now: number };

/** Builds the tick. A decision that cannot be handled is logged, stays due, and keeps nobody else waiting. */
export function createTick(parts: TickParts): Tick {
  return async function tick(now) {
    let issued = 0;
    let left = 0;
    for (const team of await parts.teams()) {
      const done = await tickTeam(parts, { team, now });
      issued += done.issued;
      left += done.left;
    }
    return { issued, left };
  };
}

async function tickTeam(parts: TickParts, { team, now }: Moment): Promise<Ticked> {
  let issued = 0;
  let left = 0;
  for (;;) {
    const page = await parts.due.due(team, now, { offset: left, limit: PAGE });
    const people = [
      ...Map.groupBy(page, ({ owner, look, decisionId }) => (look ? owner : null) ?? decisionId).values(),
    ];
    for (let start = 0; start < people.length; start += SIDE_BY_SIDE) {
      const some = people.slice(start, start + SIDE_BY_SIDE);
      const counts = await Promise.all(some.map((due) => passTimeOfOne(parts, { team, now }, due)));
      const handled = counts.reduce((sum, count) => sum + count, 0);
      issued += handled;
      left += some.flat().length - handled;
    }
    if (page.length < PAGE) return { issued, left };
  }
}

/** Handles what is due for one person; answers of how many decisions something was recorded. */
async function passTimeOfOne(parts: TickParts, moment: Moment, due: readonly DueDecision[]): Promise<number> {
  const told = await toldTogether(parts, moment, due[0]);
  const alone = due.filter(({ decisionId }) => !told.has(decisionId));
  const outcomes = await Promise.all(alone.map((decision) => passTime(parts, moment, decision)));
  return due.length - alone.length + outcomes.filter((recorded) => recorded).length;
}

/** Looks that cannot be told together are told one by one: better twice as many messages than none. */
async function toldTogether(
  parts: TickParts,
  moment: Moment,
  first: DueDecision | undefined,
): Promise<ReadonlySet<string>> {
  if (first?.look !== true || first.owner === null) return new Set();
  try {
    return await tellTogether(parts, { ...moment, owner: first.owner });
  } catch (error) {
    parts.log.error('looks could not be told together', { team: moment.team, owner: first.owner }, error);
    return new Set();
  }
}

/** Whether something was recorded; false as well where another tick was quicker. */
async function passTime(
  { handleCommand, log }: TickParts,
  { team, now }: Moment,
  { decisionId, dueAt }: DueDecision,
): Promise<boolean> {
  try {
    const handled = await handleCommand({
      team,
      decisionId,
      deliveryKey: `due:${decisionId}:${dueAt}`,
      command: { type: 'PassTime', at: now, digest: null },
    });
    return handled.ok && !handled.repeated;
  } catch (error) {
    log.error('a due decision could not be handled; it stays due', { team, decision: decisionId }, error);
    return false;
  }
}
