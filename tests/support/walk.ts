// How a test walks a decision in the playground: finds cards, clicks their buttons, reads what they say.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { channelIds } from '../../playground/server/default-workspace.ts';
import type { Playground } from '../../playground/server/playground.ts';
import { eventually } from './downbeat.ts';

const elementSchema = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  value: z.string().optional(),
});
const blockSchema = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
});

/** A card as it stands in a channel. */
export type StandingCard = { readonly ts: string; readonly text: string; readonly blocks: readonly unknown[] };

/** A walk through one channel of a playground. */
export type Walk = {
  readonly channel: string;
  /** Types a line as a person. */
  type(user: string, text: string): Promise<void>;
  /** All of Downbeat's messages in the channel, oldest first. */
  cards(): readonly StandingCard[];
  /** The newest of Downbeat's messages whose text contains the words, once there is one. */
  card(words: string): Promise<StandingCard>;
  /** The first of Downbeat's messages in the channel: the root card, once there is one. */
  root(): Promise<StandingCard>;
  /** Clicks the button with this action id, on the newest card that has it. */
  click(user: string, actionId: string): Promise<void>;
  /** Chooses in the menu with this action id, on the newest card that offers the choice. */
  choose(user: string, actionId: string, value: string): Promise<void>;
  /** Clicks the button with this action id on one message. */
  clickOn(user: string, ts: string, actionId: string): Promise<void>;
  /** Clicks the button if a card has it now. Answers whether the app acknowledged. */
  pressIfThere(user: string, actionId: string): Promise<boolean>;
  /** Clicks again, as a person does who sees Slack's warning sign, until the app has acknowledged. */
  clickUntilTaken(user: string, actionId: string): Promise<void>;
  /** Clicks again, as a person does who was told that nothing was recorded, until it is. */
  clickUntilSaid(user: string, actionId: string, isSo: () => Promise<boolean>): Promise<void>;
  /** Waits until something is so in the record. */
  until(what: string, isSo: () => Promise<boolean>): Promise<void>;
  /** Answers questions in order, waiting for each card. */
  answer(user: string, choices: Readonly<Record<string, string>>): Promise<void>;
};

/** Begins a walk in a channel, by default #architecture. */
export function walkIn(playground: () => Playground, channel: string = channelIds.architecture): Walk {
  const cards = (): readonly StandingCard[] =>
    playground()
      .state.messages(channel)
      .filter((message) => message.user.startsWith('U0DOWNBEAT'))
      .map(({ ts, text, blocks }) => ({ ts, text, blocks }));

  async function press(user: string, actionId: string, among: () => readonly StandingCard[]): Promise<boolean> {
    const found = await eventually(`a button ${actionId}`, () => findButton(among(), actionId));
    const result = await playground().act({
      kind: 'block_action',
      user,
      source: { type: 'message', channel, ts: found.ts },
      blockId: found.blockId,
      actionId,
      value: { type: 'button', value: found.value },
    });
    return result.ok;
  }
  async function click(user: string, actionId: string): Promise<void> {
    await press(user, actionId, cards);
  }

  return {
    channel,
    cards,
    async type(user, text) {
      await playground().act({ kind: 'command', user, channel, text });
    },
    card: (words) =>
      eventually(`a card saying “${words}”`, () => cards().findLast((card) => card.text.includes(words))),
    root: () => eventually('a root card', () => cards()[0]),
    click,
    async choose(user, actionId, value) {
      const offering = () => cards().filter((card) => JSON.stringify(card.blocks).includes(`"${value}"`));
      const found = await eventually(`a menu ${actionId}`, () => findButton(offering(), actionId));
      await playground().act({
        kind: 'block_action',
        user,
        source: { type: 'message', channel, ts: found.ts },
        blockId: found.blockId,
        actionId,
        value: {
          type: found.type,
          selected_option: { text: { type: 'plain_text', text: value, emoji: false }, value },
        },
      });
    },
    async clickOn(user, ts, actionId) {
      await press(user, actionId, () => cards().filter((card) => card.ts === ts));
    },
    async pressIfThere(user, actionId) {
      return findButton(cards(), actionId) === undefined ? false : press(user, actionId, cards);
    },
    async clickUntilTaken(user, actionId) {
      for (let tries = 0; tries < 60; tries += 1) {
        if (await press(user, actionId, cards)) return;
        await wait(250);
      }
      throw new Error(`the app never took ${actionId}`);
    },
    async clickUntilSaid(user, actionId, isSo) {
      for (let tries = 0; tries < 60; tries += 1) {
        await press(user, actionId, cards);
        if (await isSo()) return;
        await wait(250);
      }
      throw new Error(`${actionId} was never recorded`);
    },
    until,
    async answer(user, choices) {
      for (const [question, option] of Object.entries(choices)) await click(user, `answer.${question}.${option}`);
    },
  };
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    if (await isSo()) return;
    await wait(25);
  }
  throw new Error(`never so: ${what}`);
}

function findButton(cards: readonly StandingCard[], actionId: string) {
  for (const card of cards.toReversed())
    for (const block of card.blocks.map((one) => blockSchema.parse(one)))
      for (const element of [...(block.elements ?? []), block.accessory]) {
        const button = elementSchema.safeParse(element).data;
        if (button?.action_id === actionId)
          return { ts: card.ts, blockId: block.block_id ?? '', type: button.type, value: button.value };
      }
  return undefined;
}
