// Says where a card goes: the channel, the thread, or one person alone.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { Finder, StartedDecision } from '../domain/decision/decision.ts';
import { digestOf } from '../domain/decision/digest.ts';
import { findersOf } from '../domain/decision/finders.ts';
import type { Audience, Digest } from '../domain/decision/look-events.ts';
import type { PersonId } from '../domain/decision/refs.ts';
import type { AskedId } from '../domain/framework.ts';
import type { Target } from './card-surface.ts';

/** The channel, and the thread unless the card opens one or is for one person or for the whole channel. */
export function targetOf(decision: StartedDecision, card: CardKey): Target {
  if (card === 'root') return { channel: decision.channel, threadTs: decision.requestedThread };
  const alone = personOf(decision, card);
  if (alone !== null) return { channel: alone, threadTs: null };
  if (isFor('channel', decision, card)) return { channel: decision.channel, threadTs: null };
  const { channel, threadTs } = decision.place ?? { channel: decision.channel, threadTs: decision.requestedThread };
  return { channel, threadTs };
}

/** The one person a card is for: the owner of a reminder, whoever promised an answer. Null for everybody. */
export function personOf(decision: StartedDecision, card: CardKey): PersonId | null {
  const promised = promisedOn(decision, card);
  if (promised !== null) return promised.finder.person;
  const { owner } = decision;
  const digest = digestOn(decision, card);
  // A digest stays with whom it was made for: it shows decisions that a new owner of its lead has nothing to do with.
  if (digest !== null) return digest.owner ?? owner;
  return isFor('owner', decision, card) ? owner : null;
}

/** The answer a card asks for of whoever promised to find it out; null for every other card. */
export function promisedOn(
  decision: StartedDecision,
  card: CardKey,
): { readonly question: AskedId; readonly finder: Finder } | null {
  const found = findersOf(decision).find(([question]) => card === `finder-${question}`);
  return found === undefined ? null : { question: found[0], finder: found[1] };
}

/**
 * The card that shows what this reminder would: the lead's, where several looks are told in one message. Null for a card
 * that speaks for itself.
 */
export function shownBy(
  decision: StartedDecision,
  card: CardKey,
): { readonly decisionId: string; readonly card: CardKey } | null {
  const digest = digestOn(decision, card);
  if (digest === null || digest.reminder === null || digest.lead === decision.decisionId) return null;
  return { decisionId: digest.lead, card: `reminder-${digest.reminder}` };
}

/** The digest that a card shows or leaves to another decision's card; null for every other card. */
export function digestOn(decision: StartedDecision, card: CardKey): Digest | null {
  const number = /^reminder-(\d+)$/.exec(card)?.[1];
  return number === undefined ? null : digestOf(decision, Number(number));
}

function isFor(audience: Audience, { look }: StartedDecision, card: CardKey): boolean {
  return look?.reminder?.audience === audience && card === `reminder-${look.reminder.number}`;
}
