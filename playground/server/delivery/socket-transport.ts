// Socket Mode's server side (slack-platform.md §2.2): hello, envelopes each to one socket, acknowledgements, disconnect.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { parseJson } from '../json.ts';
import type { Outcome, Parcel, Transport } from './transport.ts';

/** Sockets of one app that Slack keeps open (slack-platform.md §2.2). */
const MOST_SOCKETS = 10;

/** Real milliseconds between pings; Slack's client gives up after 30 s without one. */
const PING_MS = 10_000;

/** Real milliseconds a client has to answer a goodbye. */
const GOODBYE_MS = 300;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** What happens to the socket that gets an envelope. */
type SocketHarm = 'none' | 'lose_ack' | 'cut_before' | 'cut_after';

/** Socket Mode as a transport. */
export interface SocketTransport extends Transport {
  /** As {@link Transport.send}, with harm done to the envelope's socket. */
  sendHarmed(parcel: Parcel, harm: SocketHarm): Promise<Outcome>;
  /** Takes over an upgrade request on the link a ticket was given for. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Cuts all connections without a word, as a network does. */
  cut(): void;
  /** Asks all clients to come again, as Slack does every few hours. */
  refresh(): void;
  /** While true, new sockets are turned away. */
  setRefusing(refusing: boolean): void;
  /** Says goodbye to all sockets; those that do not answer are cut. */
  close(): Promise<void>;
}

/** Settings of {@link createSocketTransport}. */
export interface SocketTransportOptions {
  readonly appId: string;
  /** Real milliseconds the app has to acknowledge. */
  readonly ackTimeoutMs: number;
  /** Called when the number of sockets changes. */
  readonly onChange: () => void;
}

interface Pending {
  readonly socket: WebSocket;
  readonly settle: (outcome: Outcome) => void;
  readonly loseAck: boolean;
}

/** Makes the transport; the HTTP server hands it upgrades. */
export function createSocketTransport(options: SocketTransportOptions): SocketTransport {
  const server = new WebSocketServer({ noServer: true });
  const sockets: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  let turn = 0;
  let refusing = false;
  const pings = setInterval(() => {
    for (const socket of sockets) {
      socket.ping();
    }
  }, PING_MS);
  pings.unref();

  function receive(data: string): void {
    const parsed = ackSchema.safeParse(parseJson(data));
    const waiting = parsed.success ? pending.get(parsed.data.envelope_id) : undefined;
    if (parsed.success && waiting !== undefined && !waiting.loseAck) {
      waiting.settle({ acked: true, payload: parsed.data.payload });
    }
  }

  function forget(socket: WebSocket): void {
    const index = sockets.indexOf(socket);
    if (index >= 0) {
      sockets.splice(index, 1);
    }
    for (const waiting of pending.values()) {
      if (waiting.socket === socket) {
        waiting.settle({ acked: false, reason: 'connection_failed', noRetry: false });
      }
    }
    options.onChange();
  }

  function welcome(socket: WebSocket): void {
    if (sockets.length >= MOST_SOCKETS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    sockets.push(socket);
    socket.on('message', (data) => receive(String(data)));
    socket.on('close', () => forget(socket));
    socket.on('error', () => socket.terminate());
    const info = { app_id: options.appId };
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length, connection_info: info }));
    options.onChange();
  }

  function sendHarmed(parcel: Parcel, harm: SocketHarm): Promise<Outcome> {
    const socket = sockets[turn % Math.max(sockets.length, 1)];
    turn += 1;
    if (socket === undefined) {
      return Promise.resolve({ acked: false, reason: 'connection_failed', noRetry: false });
    }
    const envelopeId = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        pending.get(envelopeId)?.settle({ acked: false, reason: 'http_timeout', noRetry: false });
      }, options.ackTimeoutMs);
      timer.unref();
      pending.set(envelopeId, {
        socket,
        loseAck: harm === 'lose_ack',
        settle(outcome) {
          clearTimeout(timer);
          pending.delete(envelopeId);
          resolve(outcome);
        },
      });
      if (harm === 'cut_before') {
        socket.terminate();
        return;
      }
      socket.send(JSON.stringify(envelope(envelopeId, parcel)), () => {
        if (harm === 'cut_after') {
          socket.terminate();
        }
      });
    });
  }

  return {
    connected: () => sockets.length > 0,
    send: (parcel) => sendHarmed(parcel, 'none'),
    sendHarmed,
    upgrade(request, socket, head) {
      if (refusing) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    cut() {
      for (const socket of [...sockets]) {
        socket.terminate();
      }
    },
    refresh() {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
    setRefusing(value) {
      refusing = value;
    },
    async close() {
      clearInterval(pings);
      await Promise.all([...sockets].map(closeSocket));
      server.close();
    },
  };
}

function closeSocket(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(impatience);
      resolve();
    });
    socket.close(1001);
  });
}

function envelope(envelopeId: string, parcel: Parcel): Record<string, unknown> {
  const common = { envelope_id: envelopeId, type: parcel.kind, payload: parcel.body };
  if (parcel.kind !== 'events_api') {
    return { ...common, accepts_response_payload: true };
  }
  return {
    ...common,
    accepts_response_payload: false,
    retry_attempt: parcel.retry,
    retry_reason: parcel.retryReason ?? '',
  };
}
