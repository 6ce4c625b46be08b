// What deciding comes to.
import type { Framework } from '../framework.ts';
import type { Zones } from '../reassessment/slots.ts';
import type { Actor } from './actor.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import { type Refusal, type RefusalReason, refusal } from './refusal.ts';

/** What a command came to: events to record (none when everything already is as asked), or a refusal. */
export type Decided =
  | { readonly ok: true; readonly events: readonly DecisionEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What the rules need besides the command and the decision. */
export type Rulebook = {
  /** The one the decision counts by; for a start and for adopting a framework the one in force. */
  readonly framework: Framework;
  readonly zones: Zones;
};

/** A refusal. */
export function refuse(reason: RefusalReason): Decided {
  return { ok: false, refusal: refusal(reason) };
}

/** The refusal of what is the owner's, saying who that is. */
export function refuseOthers({ owner }: StartedDecision): Decided {
  return { ok: false, refusal: refusal('owner-only', owner) };
}

/** Whether somebody is the decision's owner. */
export function isOwner(by: Actor, { owner }: StartedDecision): boolean {
  return by.person === owner;
}

/** Events to record. */
export function record(...events: readonly DecisionEvent[]): Decided {
  return { ok: true, events };
}
