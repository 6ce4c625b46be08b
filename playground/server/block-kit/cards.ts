// Cards, and the tasks an agent shows (slack-platform.md §5.4).
import { z } from 'zod';
import { button } from './buttons.ts';
import { richTextBlock } from './rich-text.ts';
import { idSchema, imageElement, mrkdwn } from './texts.ts';

const base = { block_id: idSchema.optional() };

/** A card with a picture, a title, a body or buttons. */
export const card = z
  .strictObject({
    type: z.literal('card'),
    ...base,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).max(3).optional(),
  })
  .refine((one) => [one.hero_image, one.title, one.actions, one.body].some((part) => part !== undefined), {
    error: 'a card needs a hero_image, title, body or actions',
  });

/** Up to ten cards beside one another. */
export const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...base,
  elements: z.array(card).min(1).max(10),
});

/** An address given as a source of a task. */
export const urlSource = z.strictObject({ type: z.literal('url'), url: z.string(), text: z.string() });

/** One task. */
export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...base,
  task_id: z.string().min(1),
  title: z.string().min(1),
  details: richTextBlock.optional(),
  output: richTextBlock.optional(),
  sources: z.array(urlSource).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

/** A plan with its tasks. */
export const plan = z.strictObject({
  type: z.literal('plan'),
  ...base,
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
});
