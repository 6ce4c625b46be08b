// Reads stored events and snapshots back; one that does not parse is damage, and named.
import type { ReadDecision } from '../application/decision-store.ts';
import { type Decision, decisionSchema } from '../domain/decision/decision.ts';
import { type DecisionEvent, eventSchema } from '../domain/decision/events.ts';

/** Signals a stored value that does not parse: damage, never a person's fault. */
export class DamagedRecordError extends Error {
  readonly decisionId: string;
  constructor(decisionId: string, cause: unknown) {
    super(`the record of decision ${decisionId} is damaged`, { cause });
    this.name = 'DamagedRecordError';
    this.decisionId = decisionId;
  }
}

/** What a script that reads events answers: the version, where the events begin, a snapshot of what is older, the events. */
type EventsReply = readonly [version: number, since: number, snapshot: string | null, events: readonly string[]];

/** What was read of a decision. */
export function readOf(
  decisionId: string,
  [version, since, snapshot, events]: EventsReply,
): Omit<ReadDecision, 'seen'> {
  const decision = snapshot === null ? null : parseDecision(decisionId, snapshot);
  return {
    version,
    from: decision === null ? null : { version: since, decision },
    newer: events.map((event) => parseEvent(decisionId, event)),
  };
}

/** An event as it was stored. */
export function parseEvent(decisionId: string, text: string): DecisionEvent {
  try {
    return eventSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new DamagedRecordError(decisionId, error);
  }
}

function parseDecision(decisionId: string, text: string): Decision {
  try {
    return decisionSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new DamagedRecordError(decisionId, error);
  }
}
