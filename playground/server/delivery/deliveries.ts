// Sends payloads to the app, remembers them, retries events, and delivers again on demand (slack-platform.md §2.1).
import { setTimeout as wait } from 'node:timers/promises';
import type { PlaygroundClock } from '../clock.ts';
import type { FaultKind, FaultList } from '../faults.ts';
import type { Json } from '../model.ts';
import type { SocketTransport } from './socket-transport.ts';
import type { DeliveryKind, Outcome, Parcel, Transport } from './transport.ts';

/** A payload that was sent, with what came of each attempt. */
export interface DeliveryRecord {
  /** Counts up from 1. */
  readonly id: number;
  readonly kind: DeliveryKind;
  readonly body: Json;
  /** Playground time in milliseconds. */
  readonly at: number;
  readonly attempts: Outcome[];
}

/** Which records to deliver again: the last so many, or those that fit. */
export type DeliveryChoice = number | ((record: DeliveryRecord) => boolean);

/** An order to deliver everything several times. */
export interface Repetition {
  /** Deliveries in all, the first included. */
  readonly copies: number;
  /** The last copy comes only this much later on the playground's clock (milliseconds). */
  readonly lastAfterMs?: number;
  readonly match?: (record: DeliveryRecord) => boolean;
}

/** The way to the app. */
export interface Deliveries {
  /** Sends a payload and waits for the first attempt; events are retried later if nobody acknowledges. */
  send(kind: DeliveryKind, body: Json): Promise<Outcome>;
  /** Sends again what was sent before, the same to the letter. */
  redeliver(choice: DeliveryChoice): Promise<readonly Outcome[]>;
  /** From now on every delivery (that matches) is repeated; undefined ends it. */
  repeat(repetition: Repetition | undefined): void;
  records(): readonly DeliveryRecord[];
  connected(): boolean;
}

/** Waits before the three retries of an event, in milliseconds (slack-platform.md §2.1). */
const RETRY_WAITS_MS = [0, 60_000, 300_000] as const;

/** Older records are forgotten beyond this number. */
const MOST_RECORDS = 10_000;

/** Settings of {@link createDeliveries}. */
export interface DeliveriesOptions {
  readonly clock: PlaygroundClock;
  readonly faults: FaultList;
  readonly sockets: SocketTransport;
  /** Used instead of the sockets where the app takes HTTP. */
  readonly http: Transport | undefined;
}

const lost: Outcome = { acked: false, reason: 'connection_failed', noRetry: false };

/** Sends, and does not hear the answer. */
async function sendUnheard(http: Transport, parcel: Parcel): Promise<Outcome> {
  await http.send(parcel);
  return { acked: false, reason: 'http_timeout', noRetry: false };
}

/** Makes the way to the app. */
export function createDeliveries({ clock, faults, sockets, http }: DeliveriesOptions): Deliveries {
  const records: DeliveryRecord[] = [];
  let count = 0;
  let repetition: Repetition | undefined;

  async function attempt(record: DeliveryRecord, retry: number, retryReason?: string): Promise<Outcome> {
    const parcel: Parcel = { kind: record.kind, body: record.body, retry, retryReason };
    const { delayMs, fault } = faults.take('socket', record.body);
    if (delayMs > 0) {
      await wait(delayMs, undefined, { ref: false });
    }
    const outcome = await attemptWith(parcel, fault?.kind);
    record.attempts.push(outcome);
    return outcome;
  }

  async function attemptWith(parcel: Parcel, harm: FaultKind['kind'] | undefined): Promise<Outcome> {
    switch (harm) {
      case 'drop_before':
      case 'error':
      case 'http':
      case 'rate_limited':
        return lost;
      case 'reset_connection':
        return http === undefined ? sockets.sendHarmed(parcel, 'cut_before') : lost;
      case 'reset_after_effect':
        return http === undefined ? sockets.sendHarmed(parcel, 'cut_after') : sendUnheard(http, parcel);
      case 'timeout_after_effect':
        return http === undefined ? sockets.sendHarmed(parcel, 'lose_ack') : sendUnheard(http, parcel);
      case 'delay':
      case undefined:
        return (http ?? sockets).send(parcel);
    }
    return harm satisfies never;
  }

  function retryLater(record: DeliveryRecord, failed: Outcome, retry: number): void {
    const waitMs = RETRY_WAITS_MS[retry];
    if (failed.acked || failed.noRetry || waitMs === undefined) {
      return;
    }
    clock.at(clock.now() + waitMs, () => {
      void attempt(record, retry + 1, failed.reason).then((outcome) => retryLater(record, outcome, retry + 1));
    });
  }

  function repeatRecord(record: DeliveryRecord, { copies, lastAfterMs }: Repetition): void {
    for (let copy = 2; copy <= copies; copy += 1) {
      const later = copy === copies ? (lastAfterMs ?? 0) : 0;
      clock.at(clock.now() + later, () => void attempt(record, 0));
    }
  }

  return {
    async send(kind, body) {
      count += 1;
      const record: DeliveryRecord = { id: count, kind, body, at: clock.now(), attempts: [] };
      records.push(record);
      if (records.length > MOST_RECORDS) {
        records.splice(0, MOST_RECORDS / 2);
      }
      if (repetition?.match?.(record) ?? true) {
        repeatRecord(record, repetition ?? { copies: 1 });
      }
      const outcome = await attempt(record, 0);
      if (kind === 'events_api') {
        retryLater(record, outcome, 0);
      }
      return outcome;
    },
    redeliver(choice) {
      const chosen = typeof choice === 'number' ? records.slice(-choice) : records.filter(choice);
      return Promise.all(chosen.map((record) => attempt(record, 0)));
    },
    repeat(value) {
      repetition = value;
    },
    records: () => records,
    connected: () => http?.connected() ?? sockets.connected(),
  };
}
