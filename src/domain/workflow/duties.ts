// What each service has to know to play its role; what differs after a change has to be built and released again.
import { coordinator, failureOf, isCoordinated, type Message, messagesOf, type Party } from './messages.ts';
import { situationsOf } from './situations.ts';
import { type DrawnStyle, eventOf, type Part, type Workflow } from './workflow.ts';

/** A party as one word for maps. Services are prefixed, so that none can be called like the coordinator. */
export function partyKey(party: Party): string {
  return party.kind === 'coordinator' ? 'coordinator' : `service ${party.name}`;
}

/** A contract: who tells whom what. */
export function contractKey(message: Pick<Message, 'kind' | 'from' | 'to' | 'says'>): string {
  return JSON.stringify([
    message.kind === 'command' ? 'command' : 'report',
    partyKey(message.from),
    partyKey(message.to),
    message.says,
  ]);
}

/**
 * Everything a party must know, by party (domain.md P4.3: what has to change together is counted in services).
 * A service knows what it does, undoes and publishes and which events it listens for, never who listens. The
 * coordinator knows the whole order and whom it commands.
 */
export function dutiesOf(workflow: Workflow, style: DrawnStyle, part?: Part): ReadonlyMap<string, ReadonlySet<string>> {
  const duties = new Map<string, Set<string>>();
  const add = (party: string, ...duty: readonly unknown[]) => {
    const known = duties.get(party) ?? new Set<string>();
    duties.set(party, known.add(JSON.stringify(duty)));
  };
  const steps = new Map(workflow.steps.map((step) => [step.id, step]));
  for (const step of workflow.steps) {
    const key = `service ${step.service}`;
    add(key, 'does', step.action);
    add(key, 'says', eventOf(step));
    if (step.undo !== undefined) add(key, 'undoes', step.undo);
    const decides = isCoordinated(style, part, step) ? partyKey(coordinator) : key;
    if (step.deadline !== undefined) add(decides, 'watches', step.action, step.deadline);
    // Whoever acts on the other way is known to the coordinator, not to a service that only publishes it.
    for (const branch of step.branches) {
      add(decides, 'branches', step.action, decides === key ? [branch.when, branch.leads] : branch);
    }
    if (decides !== key) add(decides, 'orders', step.action, step.waitsFor);
  }
  const situations = situationsOf(workflow);
  for (const message of messagesOf(workflow, style, part)) {
    const from = partyKey(message.from);
    const to = partyKey(message.to);
    const does = steps.get(message.step);
    const situation = situations[message.situation ?? -1];
    const because = situation === undefined ? 'forward' : failureOf(situation);
    if (message.kind === 'command') add(from, 'commands', to, message.says, because);
    if (message.kind === 'command') add(to, 'obeys', message.says);
    if (message.kind === 'event') add(to, 'on', message.says, 'does', does?.action ?? '');
    if (message.kind === 'failure') add(from, 'says', message.says);
    if (message.kind === 'failure' && to !== partyKey(coordinator))
      add(to, 'on', message.says, 'undoes', does?.undo ?? '');
    if (message.kind === 'failure' && to === partyKey(coordinator)) add(to, 'on', message.says);
  }
  return duties;
}
