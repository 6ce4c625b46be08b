// Walks a decision to its acceptance by the shortest way, and looks at it from there.
import type { Playground } from '../../../playground/server/playground.ts';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import type { Record } from '../../support/record.ts';
import { type Walk, walkIn } from '../../support/walk.ts';
import { submitModal, typed } from './modals.ts';

const enough = Object.fromEntries(Object.entries(orchestrated).filter(([question]) => question < '4'));

/** Starts a decision and answers as much of it as a recommendation takes. */
export async function recommendIn(walk: Walk, owner: string, title: string): Promise<void> {
  await walk.type(owner, `/decide ${title}`);
  await walk.answer(owner, enough);
  await walk.click(owner, 'skip.4');
  await walk.click(owner, 'skip.5');
}

/** Its owner accepts it. */
export async function acceptIn(playground: Playground, walk: Walk, owner: string): Promise<void> {
  await walk.click(owner, 'accept');
  await submitModal(playground, owner, { considered: typed.ticked('considered') });
  await walk.card('Accepted on');
}

/** The messages one person alone has from Downbeat. */
export async function directTo(playground: Playground, person: string): Promise<Walk> {
  const opened = await playground.act({ kind: 'open_home', user: person, tab: 'messages' });
  return walkIn(() => playground, opened.ok && 'channel' in opened ? opened.channel : '');
}

/** All decisions, in the order of their ids. */
export async function allDecisions(record: Record): Promise<readonly StartedDecision[]> {
  return Promise.all((await record.decisionIds()).map((id) => record.decision(id)));
}

/** The decision of a channel. */
export async function decisionIn(record: Record, { channel }: Walk): Promise<StartedDecision> {
  const found = (await allDecisions(record)).find((decision) => decision.channel === channel);
  if (found === undefined) throw new Error(`no decision in ${channel}`);
  return found;
}

/** Moves the clock to the next reminder of a channel's decision, over nights and weekends, and waits until it is recorded. */
export async function untilReminded(playground: Playground, record: Record, walk: Walk): Promise<void> {
  const { reminders } = await decisionIn(record, walk);
  await walk.until('a reminder', async () => {
    const now = await decisionIn(record, walk);
    if (now.reminders > reminders) return true;
    playground.clock.advance((now.look?.nextAt ?? 0) - playground.clock.now());
    return false;
  });
}
