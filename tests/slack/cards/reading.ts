// Reads a card as a person does: the words it shows and the buttons it offers.
import { z } from 'zod';
import type { CardKey } from '../../../src/domain/decision/card-keys.ts';
import type { CardMessage } from '../../../src/slack/cards/card.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { cardInput, type Played } from './played-decision.ts';

/** A text object anywhere in a card. */
export type ShownText = { readonly type: string; readonly text: string };

const textSchema = z.object({ type: z.enum(['plain_text', 'mrkdwn', 'text']), text: z.string() });
const buttonSchema = z.object({
  type: z.literal('button'),
  action_id: z.string(),
  value: z.string(),
  text: textSchema,
  style: z.string().optional(),
  accessibility_label: z.string().optional(),
});

const menuSchema = z.object({
  type: z.enum(['static_select', 'overflow']),
  action_id: z.string(),
  options: z.array(z.object({ text: textSchema, value: z.string() })),
});

/** A button as it was rendered. */
export type ShownButton = z.infer<typeof buttonSchema>;

function everything(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(everything);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(everything)];
}

/** Every text object of some blocks or of a whole view, in the order of reading. */
export function textsIn(blocks: unknown): readonly ShownText[] {
  return everything(blocks).flatMap((part) => {
    const text = textSchema.safeParse(part);
    return text.success ? [text.data] : [];
  });
}

/** The words of some blocks or a view, one text a line. */
export function wordsIn(blocks: unknown): string {
  return textsIn(blocks)
    .map(({ text }) => text)
    .join('\n');
}

/** Every button of some blocks. */
export function buttonsIn(blocks: unknown): readonly ShownButton[] {
  return everything(blocks).flatMap((part) => {
    const button = buttonSchema.safeParse(part);
    return button.success ? [button.data] : [];
  });
}

/** Every menu of some blocks. */
export function menusIn(blocks: unknown): readonly z.infer<typeof menuSchema>[] {
  return everything(blocks).flatMap((part) => menuSchema.safeParse(part).data ?? []);
}

/** The card, which has to be due. */
export function cardOf(card: CardKey, played: Played): CardMessage {
  const message = renderCard(cardInput(card, played));
  if (message === null) throw new Error(`${card} is not due`);
  return message;
}

/** The labels of a card's buttons. */
export function labelsOf(message: CardMessage): readonly string[] {
  return buttonsIn(message.blocks).map(({ text }) => text.text);
}
