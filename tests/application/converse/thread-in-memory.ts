// A thread that keeps what is posted to it: the double of Slack for the rules of answering.
import type { Message } from '../../../src/application/card-surface.ts';
import type { Reply, TalkSurface } from '../../../src/application/converse/talk-surface.ts';

/** A thread, and everything that stood in it: one list of states a message, oldest first. */
export type ThreadInMemory = TalkSurface & { readonly states: readonly (readonly Reply[])[] };

/** An empty public thread, in a workspace without streams. */
export function openThreadInMemory(): ThreadInMemory {
  const messages: Reply[][] = [];
  const statesOf = ({ ts }: Message) => messages[Number(ts) - 1];
  return {
    states: messages,
    atWork: async () => {},
    async post({ channel }, reply) {
      messages.push([reply]);
      return { outcome: 'posted', message: { channel, ts: String(messages.length) } };
    },
    async edit(message, reply) {
      statesOf(message)?.push(reply);
      return statesOf(message) === undefined ? { outcome: 'gone' } : { outcome: 'edited' };
    },
    find: async () => ({ outcome: 'absent' }),
    startStream: async () => ({ outcome: 'refused' }),
    appendToStream: async () => false,
    stopStream: async () => false,
    sealStream: async () => {},
    isPublic: async () => true,
  };
}
