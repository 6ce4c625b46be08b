// Things handed out with a payload that work for a while: trigger ids and response urls (slack-platform.md §2.4).
import type { PlaygroundClock } from './clock.ts';
import { noise } from './ids.ts';

/** Milliseconds a trigger id lives. */
const TRIGGER_LIFE_MS = 3_000;

/** Milliseconds a response url lives. */
const RESPONSE_LIFE_MS = 30 * 60_000;

/** Uses of a response url. */
const RESPONSE_USES = 5;

/** Oldest tickets are forgotten beyond this number. */
const MOST_TICKETS = 20_000;

/** What a response url answers to. */
export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  /** The message or ephemeral message clicked; undefined for a command. */
  readonly ts: string | undefined;
  readonly ephemeral: boolean;
}

/** A trigger id's use: who triggered, and from which modal. */
type TriggerUse =
  | { readonly ok: true; readonly user: string; readonly viewId: string | undefined }
  | { readonly ok: false; readonly error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

/** A response url's use. */
type ResponseUse =
  | { readonly ok: true; readonly target: ResponseTarget }
  | { readonly ok: false; readonly error: 'invalid_url' | 'expired_url' | 'used_url' };

/** Gives tickets out and takes them in. */
export interface Tickets {
  issueTrigger(user: string, viewId?: string): string;
  redeemTrigger(triggerId: string): TriggerUse;
  /** Answers the last part of the url. */
  issueResponse(target: ResponseTarget): string;
  redeemResponse(ticket: string): ResponseUse;
}

interface Trigger {
  readonly user: string;
  readonly viewId: string | undefined;
  readonly until: number;
  used: boolean;
}

/** Makes the tickets of a workspace, on the playground's clock. */
export function createTickets(clock: PlaygroundClock): Tickets {
  const triggers = new Map<string, Trigger>();
  const responses = new Map<string, { readonly target: ResponseTarget; readonly until: number; left: number }>();

  return {
    issueTrigger(user, viewId) {
      const id = `${Math.floor(clock.now())}.${noise(5)}.${noise(16)}`;
      triggers.set(id, { user, viewId, until: clock.now() + TRIGGER_LIFE_MS, used: false });
      forgetOldest(triggers);
      return id;
    },
    redeemTrigger(triggerId) {
      const trigger = triggers.get(triggerId);
      if (trigger === undefined) {
        return { ok: false, error: 'invalid_trigger_id' };
      }
      if (trigger.used) {
        return { ok: false, error: 'exchanged_trigger_id' };
      }
      if (clock.now() > trigger.until) {
        return { ok: false, error: 'expired_trigger_id' };
      }
      trigger.used = true;
      return { ok: true, user: trigger.user, viewId: trigger.viewId };
    },
    issueResponse(target) {
      const ticket = noise(20);
      responses.set(ticket, { target, until: clock.now() + RESPONSE_LIFE_MS, left: RESPONSE_USES });
      forgetOldest(responses);
      return ticket;
    },
    redeemResponse(ticket) {
      const response = responses.get(ticket);
      if (response === undefined) {
        return { ok: false, error: 'invalid_url' };
      }
      if (clock.now() > response.until) {
        return { ok: false, error: 'expired_url' };
      }
      if (response.left === 0) {
        return { ok: false, error: 'used_url' };
      }
      response.left -= 1;
      return { ok: true, target: response.target };
    },
  };
}

function forgetOldest(tickets: Map<string, unknown>): void {
  const oldest = tickets.size > MOST_TICKETS ? tickets.keys().next() : undefined;
  if (oldest !== undefined && !oldest.done) {
    tickets.delete(oldest.value);
  }
}
