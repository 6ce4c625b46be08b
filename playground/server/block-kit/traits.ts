// Field groups that many interactive elements share, and what must hold between their options.
import { z } from 'zod';
import { confirmSchema, idSchema, optionGroup, plainOption, plainText } from './texts.ts';

/** An id for the action; Slack makes one up where it is missing. */
export const actionable = { action_id: idSchema.optional() };

/** May ask "are you sure". */
export const confirmable = { confirm: confirmSchema.optional() };

/** May take the focus when its view opens. */
export const focusable = { focus_on_load: z.boolean().optional() };

/** May show words while it is empty. */
const placeholdable = { placeholder: plainText(150).optional() };

/** May carry a label for screen readers. */
export const labelled = { accessibility_label: z.string().max(75).optional() };

/** What every field has. */
export const field = { ...actionable, ...focusable, ...placeholdable };

/** What every select has. */
export const select = { ...field, ...confirmable };

/** Options directly or in groups. */
export const staticOptions = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

/** What {@link choosesFromOwn} looks at. */
interface Choosing {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
  readonly initial_option?: unknown;
  readonly initial_options?: readonly unknown[] | undefined;
}

/** What is preselected is one of the options, to the letter. */
export function choosesFromOwn(element: Choosing): boolean {
  const all = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  const known = new Set(all.map((option) => JSON.stringify(option)));
  const chosen = element.initial_option === undefined ? [] : [element.initial_option];
  return [...chosen, ...(element.initial_options ?? [])].every((option) => known.has(JSON.stringify(option)));
}

/** Options come directly or in groups, not both ways. */
export function hasOptionsOrGroups(element: Choosing): boolean {
  return (element.options === undefined) !== (element.option_groups === undefined);
}

/** Said where {@link choosesFromOwn} fails. */
export const foreignInitial = { error: 'what is chosen initially must be one of the options' };

/** Said where {@link hasOptionsOrGroups} fails. */
export const optionsOrGroups = { error: 'give exactly one of options and option_groups' };
