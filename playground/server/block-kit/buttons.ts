// Buttons of all kinds, and the menu behind three dots (slack-platform.md §7.1).
import { z } from 'zod';
import { overflowOption, plainText, styleSchema, urlSchema } from './texts.ts';
import { actionable, confirmable, labelled } from './traits.ts';

/** A button. */
export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  ...labelled,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: urlSchema.optional(),
  style: styleSchema.optional(),
});

/** A button that starts a workflow of Slack's own. */
export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  ...labelled,
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: z.string(),
      customizable_input_parameters: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
    }),
  }),
  style: styleSchema.optional(),
});

/** The menu behind three dots: one to five options. */
export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(overflowOption).min(1).max(5),
});

const feedbackButton = z.strictObject({ text: plainText(75), value: z.string().max(2000), ...labelled });

/** Elements of a context_actions block. */
export const contextActions = [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionable,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionable,
    ...confirmable,
    ...labelled,
    icon: z.literal('trash'),
    text: plainText(75),
    value: z.string().max(2000).optional(),
    visible_to_user_ids: z.array(z.string()).max(10).optional(),
  }),
] as const;
