// Block Kit's text objects and small composition objects (slack-platform.md §7.1).
import { z } from 'zod';

/** plain_text of 1 to `max` characters. */
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

/** mrkdwn of 1 to `max` characters. */
export function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
}

/** Either kind of text, of 1 to `max` characters. */
export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

/** A block's or action's id: 1 to 255 characters. */
export const idSchema = z.string().min(1).max(255);

/** An address of at most 3000 characters with a scheme Slack opens. */
export const urlSchema = z
  .string()
  .max(3000)
  .regex(/^(https?|mailto|slack):/);

/** Buttons' colours. */
export const styleSchema = z.enum(['primary', 'danger']);

/** The dialog "are you sure". */
export const confirmSchema = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: styleSchema.optional(),
});

/** An option whose text is plain. A value of more than 75 characters is refused: sources differ, this is the safe one. */
export const plainOption = z.strictObject({
  text: plainText(75),
  value: z.string().max(75).optional(),
  description: plainText(75).optional(),
});

/** An option of checkboxes and radio buttons, whose text may be mrkdwn. */
export const richOption = z.strictObject({
  text: anyText(75),
  value: z.string().max(75).optional(),
  description: anyText(75).optional(),
});

/** An option of an overflow menu, the only one that may carry an address. */
export const overflowOption = plainOption.extend({ url: urlSchema.optional() });

/** A group of options in a select. */
export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(plainOption).min(1).max(100) });

const slackFile = z.union([z.strictObject({ url: z.string() }), z.strictObject({ id: z.string() })]);

/** Where a picture comes from: exactly one of the two. */
export function withImageSource<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, image_url: z.string().max(3000).optional(), slack_file: slackFile.optional() })
    .refine((image) => 'image_url' in image !== 'slack_file' in image, {
      error: 'an image has exactly one of image_url and slack_file',
    });
}

/** A picture as an element. */
export const imageElement = withImageSource({ type: z.literal('image'), alt_text: z.string().min(1).max(2000) });
