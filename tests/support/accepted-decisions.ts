// Puts accepted decisions into a house, through the same door as people do.
import { createFoldCache } from '../../src/application/fold-cache.ts';
import { createHandleCommand, type HandleCommand } from '../../src/application/handle-command.ts';
import { loadDecision } from '../../src/application/load-decision.ts';
import { createTick, type Tick } from '../../src/application/reassess/tick.ts';
import type { Command } from '../../src/domain/decision/commands.ts';
import type { StartedDecision } from '../../src/domain/decision/decision.ts';
import type { DecisionEvent } from '../../src/domain/decision/events.ts';
import { type AskedId, questionIds } from '../../src/domain/framework.ts';
import { createLog } from '../../src/log.ts';
import { by, monday } from '../domain/decision/house.ts';
import type { House } from './memory-house.ts';
import { orchestrated } from './order-fulfilment.ts';

export const team = 'T1';

/** A process of its own: its memory of folds is not shared, the house is. */
export type Process = {
  readonly handle: HandleCommand;
  readonly tick: Tick;
  decision(decisionId: string): Promise<StartedDecision>;
};

export function openProcess({ store, due, lists, frameworks }: House, folds = 1_000): Process {
  const log = createLog('error');
  const remembered = createFoldCache(folds);
  const handle = createHandleCommand({ store, frameworks, folds: remembered, nudger: { nudge: () => {} } });
  return {
    handle,
    tick: createTick({ due, lists, store, folds: remembered, handleCommand: handle, teams: async () => [team], log }),
    async decision(decisionId) {
      const { decision } = await loadDecision({ store, folds: remembered }, { team, decisionId });
      if (decision.status === 'unstarted') throw new Error(`there is no decision ${decisionId}`);
      return decision;
    },
  };
}

let deliveries = 0;

/** Asks something of a decision; fails the test when it is refused. */
export async function ask({ handle }: Process, decisionId: string, command: Command): Promise<void> {
  deliveries += 1;
  const handled = await handle({ team, decisionId, deliveryKey: `test:${deliveries}`, command });
  if (!handled.ok) throw new Error(`${command.type} was not handled: ${JSON.stringify(handled)}`);
}

/** A decision that is accepted by its owner at `at`, weekly from then on. */
export async function accept(
  process: Process,
  decisionId: string,
  { owner = 'U0ANA', at = monday, zone = 'Europe/Brussels' } = {},
): Promise<void> {
  const stamp = { ...by(owner), at };
  const answer = (question: Exclude<AskedId, '6a'>): Command => ({
    type: 'AnswerQuestion',
    ...stamp,
    question,
    option: orchestrated[question],
    part: null,
    actionTs: '1700000000.000100',
  });
  const commands: readonly Command[] = [
    {
      type: 'StartDecision',
      ...stamp,
      decisionId,
      title: 'w',
      framing: null,
      owner,
      invited: [],
      channel: 'C1',
      threadTs: null,
    },
    { type: 'OpenThread', at, place: { channel: 'C1', threadTs: decisionId } },
    ...questionIds.map(answer),
    { type: 'ConsiderBestCase', ...stamp, rebuttal: null },
    { type: 'AcceptDecision', ...stamp, zone },
  ];
  for (const command of commands) await ask(process, decisionId, command);
}

/** How often each look's reminder went out, as `decision occurrence`. */
export async function remindersOf(house: House, decisionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sent = new Map<string, number>();
  for (const decisionId of decisionIds) {
    const events: readonly DecisionEvent[] = await house.store.history({ team, decisionId });
    for (const event of events) {
      if (event.type !== 'ReminderDue') continue;
      const look = `${decisionId} ${event.occurrence}`;
      sent.set(look, (sent.get(look) ?? 0) + 1);
    }
  }
  return sent;
}
