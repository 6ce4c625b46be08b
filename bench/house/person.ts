// A person at work in a playground: types, looks for buttons, clicks, waits for what comes of it.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { app as appIds, peopleIds } from '../../playground/server/default-workspace.ts';
import type { Playground } from '../../playground/server/playground.ts';

/** Nothing in a playground takes longer than this. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 2;

const buttonSchema = z.looseObject({ action_id: z.string(), value: z.string().optional() });
const blockSchema = z.looseObject({
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
});

/** A message with a button on it. */
export type ButtonPlace = { readonly ts: string; readonly blockId: string; readonly value: string | undefined };

/** What a person does. */
export type PersonAtWork = {
  /** A new channel with everybody and the app in it. */
  addChannel(name: string): string;
  /** Types `/decide` with a title. */
  decide(channel: string, title: string): Promise<void>;
  /** The newest messages of the channel that carry the button, once there are so many. */
  buttons(channel: string, actionId: string, count?: number): Promise<readonly ButtonPlace[]>;
  click(channel: string, place: ButtonPlace, actionId: string): Promise<void>;
  /** Waits until something is so. */
  until<T>(what: string, look: () => T | undefined): Promise<T>;
};

/** Lets a person work in a playground. */
export function personIn(playground: Playground): PersonAtWork {
  const person = peopleIds.ines;
  async function until<T>(what: string, look: () => T | undefined): Promise<T> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (Date.now() < giveUpAt) {
      const seen = look();
      if (seen !== undefined) return seen;
      await wait(LOOK_EVERY_MS);
    }
    throw new Error(`never happened: ${what}`);
  }
  return {
    addChannel: (name) =>
      playground.faults.addChannel({
        name,
        kind: 'public',
        members: [peopleIds.ines, peopleIds.noah, peopleIds.priya, appIds.botUserId],
      }),
    async decide(channel, title) {
      await playground.act({ kind: 'command', user: person, channel, text: `/decide ${title}` });
    },
    buttons: (channel, actionId, count = 1) =>
      until(`${count} buttons ${actionId}`, () => {
        const places = placesOf(playground, channel, actionId);
        return places.length >= count ? places.slice(-count) : undefined;
      }),
    async click(channel, { ts, blockId, value }, actionId) {
      const acted = await playground.act({
        kind: 'block_action',
        user: person,
        source: { type: 'message', channel, ts },
        blockId,
        actionId,
        value: { type: 'button', value },
      });
      if (!acted.ok) throw new Error(`the click on ${actionId} failed: ${acted.error}`);
    },
    until,
  };
}

function placesOf(playground: Playground, channel: string, actionId: string): readonly ButtonPlace[] {
  return playground.state.messages(channel).flatMap(({ ts, blocks }) =>
    blocks.flatMap((block) => {
      const { block_id: blockId = '', elements = [] } = blockSchema.parse(block);
      return elements.flatMap((element) => {
        const button = buttonSchema.safeParse(element).data;
        return button?.action_id === actionId ? [{ ts, blockId, value: button.value }] : [];
      });
    }),
  );
}
