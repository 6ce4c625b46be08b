// Which arrows stand for something that two parties have to agree on anew.
import { contractKey } from '../domain/workflow/duties.ts';
import { coordinator, type Message, type Party } from '../domain/workflow/messages.ts';
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import type { Edge } from './scene.ts';
import type { Lookup } from './view.ts';

/** What an arrow says, from whom to whom; `messagesOf` has the same messages. */
type Said = Pick<Message, 'kind' | 'from' | 'to' | 'says'>;

/** The arrow, marked where one of the messages it stands for is new. */
export function marked({ marks }: Lookup, edge: Edge, ...messages: readonly Said[]): Edge {
  const isNew = messages.some((message) => marks?.contracts.has(contractKey(message)));
  return isNew ? { ...edge, mark: 'new' } : edge;
}

/** Who acts for a step: the coordinator, or its service. */
function partyOf(lookup: Lookup, step: Step): Party {
  return lookup.isCoordinated(step) ? coordinator : { kind: 'service', name: step.service };
}

/** What a step publishes, for another one that waits for it. */
export function heard(lookup: Lookup, before: Step, step: Step): Said {
  return { kind: 'event', from: partyOf(lookup, before), to: partyOf(lookup, step), says: eventOf(before) };
}

/** That a step takes another way, for whoever goes on there. */
export function heardAside(lookup: Lookup, step: Step, to: Step | string, when: string): Said {
  const party: Party = typeof to === 'string' ? { kind: 'service', name: to } : partyOf(lookup, to);
  return { kind: 'event', from: partyOf(lookup, step), to: party, says: `${step.action}: ${when}` };
}

/** What the coordinator tells a service to do, or to take back. */
export function told(service: string, says: string): Said {
  return { kind: 'command', from: coordinator, to: { kind: 'service', name: service }, says };
}

/** What a step's service tells the coordinator: how it went. */
export function replied({ service }: Step, says: string): Said {
  return { kind: 'reply', from: { kind: 'service', name: service }, to: coordinator, says };
}

/** That a step went wrong, for whoever takes another one back. */
export function heardFailing(lookup: Lookup, failed: Step, step: Step, says: string): Said {
  return { kind: 'failure', from: partyOf(lookup, failed), to: { kind: 'service', name: step.service }, says };
}
