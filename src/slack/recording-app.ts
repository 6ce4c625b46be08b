// A Bolt app that acknowledges an event after its listeners instead of before them: what failed is delivered again.
import { App, type ReceiverEvent } from '@slack/bolt';

/**
 * A listener that takes longer goes on after the acknowledgement: Slack waits three seconds before it delivers again
 * (slack-platform.md §2.1).
 */
const PATIENCE_MS = 2_500;

/**
 * Bolt acknowledges an event at once, so one that meets a store which is away would be lost. Here a listener that throws
 * leaves its event unacknowledged, and Slack delivers it again: at once, after a minute and after five. Clicks, commands
 * and forms are acknowledged by their listeners, as ever.
 */
export class RecordingApp extends App {
  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return super.processEvent(event);
    const acknowledge = once(() => event.ack());
    // What keeps it from being acknowledged is told below, once the listener is done: here nobody would hear of it.
    const patience = setTimeout(() => acknowledge().catch(() => {}), PATIENCE_MS);
    try {
      await super.processEvent({ ...event, ack: async () => {} });
    } finally {
      clearTimeout(patience);
    }
    await acknowledge();
  }
}

function once(acknowledge: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= acknowledge();
    return done;
  };
}
