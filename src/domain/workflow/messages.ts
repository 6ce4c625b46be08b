// What the services tell each other, for each way to run the same steps. Drawings and counts are both made from this.
import { type Situation, situationsOf } from './situations.ts';
import { type DrawnStyle, eventOf, type Part, type Step, type Workflow } from './workflow.ts';

/** Somebody who sends or receives: a service by its name, or the coordinator. */
export type Party = { readonly kind: 'service'; readonly name: string } | { readonly kind: 'coordinator' };

/**
 * One arrow. A command tells its receiver what to do, so the sender knows the receiver; a reply goes to whoever asked. An
 * event is published, so the receiver knows the sender. A failure is an event about a failed step or, to the coordinator,
 * that step's reply: done or failed is one contract.
 */
export type Message = {
  readonly kind: 'command' | 'reply' | 'event' | 'failure';
  readonly from: Party;
  readonly to: Party;
  /** What it says; together with the parties it names a contract. */
  readonly says: string;
  /** The id of the step that the receiver does, takes back, or hears about. */
  readonly step: string;
  /** Present on the way back: the place of the situation in `situationsOf`. */
  readonly situation?: number;
};

/** The coordinator as a party. */
export const coordinator: Party = { kind: 'coordinator' };

/** A service as a party. */
function service(name: string): Party {
  return { kind: 'service', name };
}

/** What a step says when it failed, by reason: one contract each. */
export function failureOf(situation: Pick<Situation, 'step' | 'reason'>): string {
  const { step, reason } = situation;
  switch (reason.kind) {
    case 'fails':
      return `${step.action}: failed`;
    case 'late':
      return `${step.action}: late`;
    case 'refused':
      return `${step.action}: ${reason.when}`;
    default:
      return reason satisfies never;
  }
}

/** Whether a step has the coordinator: always, never, or inside the part (domain.md H3). */
export function isCoordinated(style: DrawnStyle, part: Part | undefined, step: Step): boolean {
  if (style === 'hybrid') return part?.steps.includes(step.id) ?? false;
  return style === 'orchestrated';
}

/** Every message of a complete run and of every situation that needs undoing, forward first. */
export function messagesOf(workflow: Workflow, style: DrawnStyle, part?: Part): readonly Message[] {
  const coordinated = (step: Step) => isCoordinated(style, part, step);
  const byId = new Map(workflow.steps.map((step) => [step.id, step]));
  const forward = workflow.steps.flatMap((step) => [
    ...forwardTo(step, byId, coordinated),
    ...branchesFrom(step, byId, coordinated),
  ]);
  const back = situationsOf(workflow).flatMap((situation, place) =>
    backward(situation, coordinated).map((message) => ({ ...message, situation: place })),
  );
  return [...forward, ...back];
}

type Coordinated = (step: Step) => boolean;
type ById = ReadonlyMap<string, Step>;

function forwardTo(step: Step, byId: ById, coordinated: Coordinated): readonly Message[] {
  const to = service(step.service);
  const messages: Message[] = [];
  for (const id of step.waitsFor) {
    const before = byId.get(id);
    if (before !== undefined) messages.push(...handOver(before, step, coordinated));
  }
  if (!coordinated(step)) return messages;
  const command: Message = { kind: 'command', from: coordinator, to, says: step.action, step: step.id };
  return [...messages, command, { kind: 'reply', from: to, to: coordinator, says: eventOf(step), step: step.id }];
}

/** How a step learns that one it waits for is done. Inside the coordinator nothing needs to be said. */
function handOver(before: Step, step: Step, coordinated: Coordinated): readonly Message[] {
  if (coordinated(before) && coordinated(step)) return [];
  const from = coordinated(before) ? coordinator : service(before.service);
  const to = coordinated(step) ? coordinator : service(step.service);
  return [{ kind: 'event', from, to, says: eventOf(before), step: step.id }];
}

/** Where branches lead forward; an action is commanded, or done by whoever listens for the outcome. */
function branchesFrom(step: Step, byId: ById, coordinated: Coordinated): readonly Message[] {
  const from = coordinated(step) ? coordinator : service(step.service);
  return step.branches.flatMap((branch): readonly Message[] => {
    const says = `${step.action}: ${branch.when}`;
    if (branch.leads === 'action') {
      const to = service(branch.service);
      if (coordinated(step)) return [{ kind: 'command', from, to, says: branch.action, step: step.id }];
      return [{ kind: 'event', from, to, says, step: step.id }];
    }
    const target = branch.leads === 'step' ? byId.get(branch.step) : undefined;
    if (target === undefined || (coordinated(step) && coordinated(target))) return [];
    const to = coordinated(target) ? coordinator : service(target.service);
    return [{ kind: 'event', from, to, says, step: target.id }];
  });
}

/** The way back. The coordinator hears of the failure once; without it, everyone who must act listens for it. */
function backward(situation: Situation, coordinated: Coordinated): readonly Message[] {
  const { step, undone } = situation;
  const says = failureOf(situation);
  // The coordinator's own clock tells it that a step of its own is late.
  const inside = coordinated(step) ? situation.reason.kind !== 'late' : undone.some(coordinated);
  const failed = service(step.service);
  const heard: readonly Message[] = inside
    ? [
        {
          kind: 'failure',
          from: failed,
          to: coordinator,
          says: coordinated(step) ? eventOf(step) : says,
          step: step.id,
        },
      ]
    : [];
  const acted = undone.map((each): Message => {
    const to = service(each.service);
    if (coordinated(each)) return { kind: 'command', from: coordinator, to, says: each.undo ?? '', step: each.id };
    return { kind: 'failure', from: coordinated(step) ? coordinator : failed, to, says, step: each.id };
  });
  return [...heard, ...acted];
}
