// Turns time into commands: one for every decision that is due, through the same door as everything else.
import type { Digest } from '../../domain/decision/look-events.ts';
import type { HandleCommand } from '../handle-command.ts';
import type { Log } from '../log.ts';
import type { DueDecision, DueDecisions } from './due-decisions.ts';

/** How many due decisions are read at once, and how many are handled side by side. */
const PAGE = 500;
const SIDE_BY_SIDE = 10;

/** What a tick did: commands that recorded something, and decisions that could not be handled and stay due. */
export type Ticked = { readonly issued: number; readonly left: number };

/** Issues what is due at a moment. Harmless to repeat, to run twice at once and to run late. */
export type Tick = (now: number) => Promise<Ticked>;

/** What a tick works with. `teams` lists the workspaces to look after. */
export type TickParts = {
  readonly due: DueDecisions;
  readonly handleCommand: HandleCommand;
  readonly teams: () => Promise<readonly string[]>;
  readonly log: Log;
};

/** Builds the tick. A decision that cannot be handled is logged, stays due, and keeps nobody else waiting. */
export function createTick(parts: TickParts): Tick {
  return async function tick(now) {
    let issued = 0;
    let left = 0;
    for (const team of await parts.teams()) {
      const done = await tickTeam(parts, team, now);
      issued += done.issued;
      left += done.left;
    }
    return { issued, left };
  };
}

async function tickTeam(parts: TickParts, team: string, now: number): Promise<Ticked> {
  let issued = 0;
  let left = 0;
  for (;;) {
    const page = await parts.due.due(team, now, { offset: left, limit: PAGE });
    const digests = digestsOf(page);
    for (let start = 0; start < page.length; start += SIDE_BY_SIDE) {
      const some = page.slice(start, start + SIDE_BY_SIDE);
      const outcomes = await Promise.all(
        some.map((decision) =>
          passTime(parts, { team, now, decision, digest: digests.get(decision.decisionId) ?? null }),
        ),
      );
      const handled = outcomes.filter((recorded) => recorded).length;
      issued += handled;
      left += outcomes.length - handled;
    }
    if (page.length < PAGE) return { issued, left };
  }
}

/** Several looks due for one owner are told together: the one that waits longest leads (issue 5). */
export function digestsOf(due: readonly DueDecision[]): ReadonlyMap<string, Digest> {
  const byOwner = Map.groupBy(
    due.filter((decision) => decision.look && decision.owner !== null),
    (decision) => decision.owner,
  );
  const digests = new Map<string, Digest>();
  for (const looks of byOwner.values()) {
    const members = looks.map(({ decisionId }) => decisionId);
    const [lead] = members;
    if (lead === undefined || members.length < 2) continue;
    for (const member of members) digests.set(member, { lead, members });
  }
  return digests;
}

type Passing = {
  readonly team: string;
  readonly now: number;
  readonly decision: DueDecision;
  readonly digest: Digest | null;
};

/** Whether the moment is dealt with, by this tick or by another that ran at the same time. */
async function passTime({ handleCommand, log }: TickParts, passing: Passing): Promise<boolean> {
  const { team, now, decision, digest } = passing;
  const { decisionId, dueAt } = decision;
  try {
    const handled = await handleCommand({
      team,
      decisionId,
      deliveryKey: `due:${decisionId}:${dueAt}`,
      command: { type: 'PassTime', at: now, digest },
    });
    return handled.ok && !handled.repeated;
  } catch (error) {
    log.error('a due decision could not be handled; it stays due', { team, decision: decisionId }, error);
    return false;
  }
}
