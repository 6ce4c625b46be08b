// How a test talks with Downbeat: says things as a person, reads replies, and looks at everything that was ever sent.
import { app, peopleIds } from '../../playground/server/default-workspace.ts';
import type { StoredMessage } from '../../playground/server/model.ts';
import type { Playground } from '../../playground/server/playground.ts';
import { eventually } from '../support/downbeat.ts';
import type { Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';

/** A conversation in one channel. */
export type Conversation = {
  readonly channel: string;
  /** Says something; answers its `ts`. */
  say(user: string, text: string, threadTs?: string): Promise<string>;
  /** Downbeat's messages in a thread that are no cards, oldest first. */
  replies(threadTs: string): readonly StoredMessage[];
  /** Asks, waits until nothing is owed any more, and answers Downbeat's replies in the thread. */
  ask(record: Record, question: { readonly user: string; readonly text: string }): Promise<readonly StoredMessage[]>;
  /** Everything that was ever sent to Slack for this channel, as one text. */
  sent(): string;
};

/** Begins one. */
export function conversationIn(playground: () => Playground, channel: () => string): Conversation {
  async function say(user: string, text: string, threadTs?: string): Promise<string> {
    const place = { user, channel: channel(), text, ...(threadTs === undefined ? {} : { threadTs }) };
    const said = await playground().act({ kind: 'message', ...place });
    if (!said.ok) throw new Error(`not said: ${said.error}`);
    return said.ts ?? '';
  }
  function replies(threadTs: string): readonly StoredMessage[] {
    return playground()
      .state.thread(channel(), threadTs)
      .filter((message) => message.user === app.botUserId && !isCard(message));
  }
  return {
    get channel() {
      return channel();
    },
    say,
    replies,
    async ask(record, { user, text }) {
      const asked = await say(user, text);
      await eventually('a reply', () => replies(asked).length > 0);
      await settled(record);
      return replies(asked);
    },
    sent() {
      const calls = playground().state.calls();
      return calls
        .filter(({ args }) => args['channel'] === channel())
        .map(({ args }) => JSON.stringify(args))
        .join('\n');
    },
  };
}

function isCard({ metadata }: StoredMessage): boolean {
  const marker: unknown = metadata?.['event_payload'];
  return marker !== undefined && !String(Object(marker)['decision']).startsWith('talk/');
}

/** A new person in the channels of the conversation: budgets and answers are counted by person. */
export function newcomer(playground: Playground, channel: string, name: string): string {
  const person = playground.faults.addPerson({ name, realName: name, tz: 'Europe/Brussels' });
  playground.state.messages(channel);
  void playground.act({ kind: 'invite', user: peopleIds.ines, channel, invitee: person });
  return person;
}

/** A question never asked before for each number, always about the same: answers are remembered. */
export function askedAnew(number: number): string {
  return `is compensation ${'just '.repeat(number)}a rollback?`;
}

/** Another one. */
export function whatAnew(number: number): string {
  return `what is ${'just '.repeat(number)}compensation?`;
}

/** All texts of a message's blocks, as a reader sees them. */
export function wordsOf(message: StoredMessage | undefined): string {
  return message === undefined ? '' : [message.text, JSON.stringify(message.blocks)].join('\n');
}
