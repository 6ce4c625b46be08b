// A person submits or closes a modal (slack-platform.md §2.5): what the client checks, and what the app may answer.
import { z } from 'zod';
import type { ElementValue, StateValues, UiActResult } from '../../protocol.ts';
import { checkView } from '../block-kit/view.ts';
import { blockIds, inputBlocks } from '../block-kit/walk.ts';
import { closeModals, closeView, openModals, pushModal, updateView, viewBlocks } from '../modals.ts';
import type { Json, Person, StoredView } from '../model.ts';
import { viewJson } from '../render.ts';
import type { World } from '../world.ts';
import { interactionBase } from './payloads.ts';

const responseSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

const inputSchema = z.object({
  block_id: z.string(),
  optional: z.boolean().optional(),
  element: z.object({
    type: z.string(),
    action_id: z.string(),
    min_length: z.number().optional(),
    max_length: z.number().optional(),
  }),
});

/** Submits the view; Slack's client checks required fields and lengths before the app hears of it. */
export async function submitView(
  world: World,
  person: Person,
  { stored, state }: { readonly stored: StoredView; readonly state: StateValues },
): Promise<UiActResult> {
  stored.values = state;
  stored.failed = false;
  stored.errors = clientErrors(viewBlocks(stored), state);
  world.changed();
  if (Object.keys(stored.errors).length > 0) {
    return { ok: false, error: 'input_invalid' };
  }
  const outcome = await world.deliveries.send('interactive', {
    ...interactionBase('view_submission', person),
    trigger_id: world.tickets.issueTrigger(person.id, stored.id),
    view: viewJson(stored),
    response_urls: [],
  });
  const error = outcome.acked ? applyResponse(world, stored, outcome.payload) : outcome.reason;
  if (error !== undefined) {
    stored.failed = error !== 'input_invalid';
    world.changed();
    return { ok: false, error };
  }
  return { ok: true };
}

/** Applies the app's answer; the error Slack would show in the modal, if any. */
function applyResponse(world: World, stored: StoredView, payload: unknown): string | undefined {
  const empty = payload === undefined || payload === null || payload === '' || JSON.stringify(payload) === '{}';
  if (empty) {
    closeView(world, stored);
    return undefined;
  }
  const parsed = responseSchema.safeParse(payload);
  if (!parsed.success) {
    return 'invalid_response_action';
  }
  const response = parsed.data;
  switch (response.response_action) {
    case 'errors': {
      const known = blockIds(inputBlocks(viewBlocks(stored)));
      if (!Object.keys(response.errors).every((id) => known.has(id))) {
        return 'unknown_block_in_errors';
      }
      stored.errors = response.errors;
      return 'input_invalid';
    }
    case 'clear':
      closeModals(world, stored.user);
      return undefined;
    case 'update':
    case 'push':
      return showView(world, stored, response);
  }
  return response satisfies never;
}

function showView(
  world: World,
  stored: StoredView,
  { response_action: action, view }: { readonly response_action: 'update' | 'push'; readonly view: unknown },
): string | undefined {
  const checked = checkView(view, 'modal');
  if (!checked.ok) {
    return `${checked.error}: ${checked.messages.join('; ')}`;
  }
  if (action === 'update') {
    updateView(world, stored, checked.view);
    return undefined;
  }
  return pushModal(world, stored.user, checked.view) === undefined ? 'push_limit_reached' : undefined;
}

/** Closes the view by hand; the app hears of it only where it asked to (`notify_on_close`). */
export function dismissView(world: World, person: Person, stored: StoredView, clearAll: boolean): UiActResult {
  const all = clearAll || stored.view.clear_on_close === true;
  const closed = all ? openModals(world, person.id) : [stored];
  const payloads: Json[] = closed
    .filter((view) => view.view.notify_on_close === true)
    .map((view) => ({
      ...interactionBase('view_closed', person),
      view: viewJson(view),
      is_cleared: all,
    }));
  if (all) {
    closeModals(world, person.id);
  } else {
    closeView(world, stored);
  }
  for (const payload of payloads) {
    void world.deliveries.send('interactive', payload);
  }
  return { ok: true };
}

function clientErrors(blocks: readonly Json[], state: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of inputBlocks(blocks)) {
    const parsed = inputSchema.safeParse(block);
    if (parsed.success) {
      const { block_id: blockId, optional, element } = parsed.data;
      const error = inputError(element, state[blockId]?.[element.action_id], optional === true);
      if (error !== undefined) {
        errors[blockId] = error;
      }
    }
  }
  return errors;
}

function inputError(
  element: z.infer<typeof inputSchema>['element'],
  value: ElementValue | undefined,
  optional: boolean,
): string | undefined {
  const text = value === undefined ? undefined : value.value;
  if (isEmpty(value)) {
    return optional ? undefined : 'Please complete this required field.';
  }
  if (typeof text !== 'string') {
    return undefined;
  }
  if (text.length < (element.min_length ?? 0)) {
    return `Must be at least ${element.min_length} characters.`;
  }
  if (text.length > (element.max_length ?? 3000)) {
    return `Must be less than ${(element.max_length ?? 3000) + 1} characters.`;
  }
  if (element.type === 'email_text_input' && !z.email().safeParse(text).success) {
    return 'Please enter a valid email address.';
  }
  if (element.type === 'url_text_input' && !z.url().safeParse(text).success) {
    return 'Please enter a valid address.';
  }
  return element.type === 'number_input' && !Number.isFinite(Number(text)) ? 'Please enter a number.' : undefined;
}

function isEmpty(value: ElementValue | undefined): boolean {
  if (value === undefined) {
    return true;
  }
  const { type: _type, ...rest } = value;
  return Object.values(rest).every(
    (part) => part === undefined || part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}
