// When an event is acknowledged: after what it asks for was done, and not at all where that failed.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Receiver, ReceiverEvent } from '@slack/bolt';
import { afterEach, expect, test, vi } from 'vitest';
import { RecordingApp } from '../../src/slack/recording-app.ts';

const receiver: Receiver = { init() {}, start: async () => undefined, stop: async () => undefined };

afterEach(() => {
  vi.useRealTimers();
});

/** An app with one listener for messages and one for clicks. */
function appThat(listen: () => Promise<void>): RecordingApp {
  const options = { receiver, token: 'xoxb-test', botId: 'B1', botUserId: 'U1', convoStore: false } as const;
  const app = new RecordingApp({ ...options, tokenVerificationEnabled: false });
  app.event('message', listen);
  app.action('click', listen);
  app.error(async (error) => {
    throw error;
  });
  return app;
}

/** A delivery, with what happens in its order. */
function delivery(kind: 'event' | 'click', happened: string[]): ReceiverEvent {
  const message = { type: 'message', channel: 'C1', user: 'U2', text: 'Hello', ts: '1.1' };
  const click = { type: 'button', action_id: 'click', block_id: 'b', action_ts: '1.2' };
  return {
    body:
      kind === 'event'
        ? { type: 'event_callback', team_id: 'T1', event: message }
        : { type: 'block_actions', team: { id: 'T1' }, user: { id: 'U2' }, actions: [click] },
    ack: async () => {
      happened.push('acknowledged');
    },
  };
}

test('an event is acknowledged once its listener has done what it asks', async () => {
  const happened: string[] = [];
  const app = appThat(async () => {
    happened.push('recorded');
  });
  await app.processEvent(delivery('event', happened));
  expect(happened).toEqual(['recorded', 'acknowledged']);
});

test('an event whose listener failed is not acknowledged, so that it comes again', async () => {
  const happened: string[] = [];
  const app = appThat(async () => {
    throw new Error('the store is away');
  });
  await expect(app.processEvent(delivery('event', happened))).rejects.toThrow('the store is away');
  expect(happened).toEqual([]);
});

test('a listener that takes long goes on after its event was acknowledged, once', async () => {
  vi.useFakeTimers();
  const happened: string[] = [];
  const work = Promise.withResolvers<void>();
  const processed = appThat(() => work.promise).processEvent(delivery('event', happened));
  await vi.advanceTimersByTimeAsync(2_400);
  expect(happened).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(happened).toEqual(['acknowledged']);
  work.resolve();
  await processed;
  expect(happened).toEqual(['acknowledged']);
});

test('an acknowledgement that is lost while a listener still works is told afterwards and surprises nobody', async () => {
  vi.useFakeTimers();
  const surprises: unknown[] = [];
  const surprised = (reason: unknown) => surprises.push(reason);
  process.on('unhandledRejection', surprised);
  const work = Promise.withResolvers<void>();
  const lost = async () => {
    throw new Error('the socket is not ready');
  };
  const processed = appThat(() => work.promise).processEvent({ ...delivery('event', []), ack: lost });
  await vi.advanceTimersByTimeAsync(2_600);
  vi.useRealTimers();
  await nextTurn();
  work.resolve();
  await expect(processed).rejects.toThrow('the socket is not ready');
  process.off('unhandledRejection', surprised);
  expect(surprises).toEqual([]);
});

test('a click is acknowledged by its listener and by nobody else', async () => {
  const happened: string[] = [];
  await appThat(async () => {}).processEvent(delivery('click', happened));
  expect(happened).toEqual([]);
});
