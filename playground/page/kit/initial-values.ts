// The values elements start with, in the shape Slack reports them in `state.values`.
import type { ElementValue, StateValues } from '../../protocol.ts';
import { type KitElement, parseElement, parseInteractive } from './schema.ts';

/** The value of an element before anybody touched it; undefined for those that hold none (buttons, menus). */
function initialValue(element: KitElement): ElementValue | undefined {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
    case 'feedback_buttons':
    case 'overflow':
      return undefined;
    case 'static_select':
    case 'radio_buttons':
      return { type: element.type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type: element.type, selected_options: element.initial_options };
    case 'users_select':
      return { type: element.type, selected_user: element.initial_user ?? null };
    case 'conversations_select':
      return { type: element.type, selected_conversation: element.initial_conversation ?? null };
    case 'channels_select':
      return { type: element.type, selected_channel: element.initial_channel ?? null };
    case 'multi_users_select':
      return { type: element.type, selected_users: element.initial_users ?? [] };
    case 'multi_conversations_select':
      return { type: element.type, selected_conversations: element.initial_conversations ?? [] };
    case 'multi_channels_select':
      return { type: element.type, selected_channels: element.initial_channels ?? [] };
    case 'datepicker':
      return { type: element.type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type: element.type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type: element.type, selected_date_time: element.initial_date_time ?? null };
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type: element.type, value: element.initial_value ?? null };
    default:
      return element satisfies never;
  }
}

/** The elements of a block, interactive ones only. */
function elementsOf(json: unknown): readonly unknown[] {
  const block = parseInteractive(json);
  switch (block?.type) {
    case 'actions':
    case 'context_actions':
      return block.elements;
    case 'section':
      return [block.accessory];
    case 'input':
      return [block.element];
    case 'container':
    case 'card':
    case 'header':
    case 'image':
    case undefined:
      return [];
    default:
      return block satisfies never;
  }
}

/**
 * Values of a surface after its blocks changed: an element that keeps block and action id keeps what was chosen,
 * a new one starts with its initial value (Slack does the same at `views.update`).
 */
export function valuesFor(blocks: readonly unknown[], kept: StateValues): StateValues {
  const values: StateValues = {};
  for (const json of blocks) {
    const block = parseInteractive(json);
    if (block?.type === 'container') Object.assign(values, valuesFor(block.child_blocks, kept));
    for (const candidate of elementsOf(json)) {
      const element = parseElement(candidate);
      if (element === undefined || block === undefined) continue;
      const before = kept[block.block_id]?.[element.action_id];
      const value = before?.type === element.type ? before : initialValue(element);
      if (value !== undefined) values[block.block_id] = { ...values[block.block_id], [element.action_id]: value };
    }
  }
  return values;
}
