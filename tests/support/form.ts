// How a test fills in a modal: what stands in its fields already, with what the person types over it.
import { z } from 'zod';
import type { ElementValue, StateValues, UiActResult } from '../../playground/protocol.ts';
import type { Playground } from '../../playground/server/playground.ts';
import { eventually } from './downbeat.ts';

const optionSchema = z.looseObject({ value: z.string() });
const elementSchema = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  initial_value: z.string().optional(),
  initial_user: z.string().optional(),
  initial_users: z.array(z.string()).optional(),
  initial_option: optionSchema.optional(),
  initial_options: z.array(optionSchema).optional(),
  options: z.array(optionSchema).optional(),
});
const fieldSchema = z.object({ type: z.literal('input'), block_id: z.string(), element: elementSchema });
const actionsSchema = z.object({ type: z.literal('actions'), block_id: z.string(), elements: z.array(elementSchema) });
const viewSchema = z.looseObject({ callback_id: z.string(), blocks: z.array(z.unknown()) });

/** What a person puts into fields, by field: words, an option, a person, or several people. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** A modal that is open. */
export type OpenForm = {
  readonly callbackId: string;
  /** What stands in each field at first. */
  readonly initial: Entries;
  /** All words on it, for a glance. */
  readonly words: string;
  /** Sends it with these entries; answers what the app found wrong, by field: nothing when it closed. */
  send(entries?: Entries): Promise<Readonly<Record<string, string>>>;
  /** Chooses in a menu that the app answers at once. */
  choose(actionId: string, option: string): Promise<UiActResult>;
};

/** The person's topmost modal with this id, once it is open. */
export async function openForm(playground: Playground, user: string, callbackId: string): Promise<OpenForm> {
  const stored = await eventually(`a modal ${callbackId}`, () => {
    const top = playground.state.modals(user).at(-1);
    return top !== undefined && viewSchema.parse(top.view).callback_id === callbackId && top;
  });
  const { blocks } = viewSchema.parse(stored.view);
  const fields = blocks.flatMap((block) => fieldSchema.safeParse(block).data ?? []);
  const initial = Object.fromEntries(fields.map(({ block_id: id, element }) => [id, initially(element)]));
  return {
    callbackId,
    initial,
    words: JSON.stringify(blocks),
    async send(entries = {}) {
      const state: StateValues = Object.fromEntries(
        fields.map(({ block_id: id, element }) => [
          id,
          { [element.action_id]: entered(element, entries[id] ?? initial[id] ?? '') },
        ]),
      );
      const sent = await playground.act({ kind: 'view_submit', user, viewId: stored.id, state });
      if (sent.ok) return {};
      return playground.state.modals(user).at(-1)?.errors ?? { form: sent.error };
    },
    async choose(actionId, option) {
      const found = blocks
        .flatMap((block) => actionsSchema.safeParse(block).data ?? [])
        .flatMap((block) => block.elements.map((element) => ({ blockId: block.block_id, element })))
        .find(({ element }) => element.action_id === actionId);
      if (found === undefined) throw new Error(`the modal has no menu ${actionId}`);
      const source = { type: 'view', viewId: stored.id } as const;
      const value = entered(found.element, option);
      return playground.act({ kind: 'block_action', user, source, blockId: found.blockId, actionId, value });
    },
  };
}

function initially(element: z.infer<typeof elementSchema>): string | readonly string[] {
  const several = element.initial_options?.map(({ value }) => value);
  const one = element.initial_value ?? element.initial_user ?? element.initial_option?.value;
  return one ?? several ?? element.initial_users ?? '';
}

function entered({ type, options }: z.infer<typeof elementSchema>, entry: string | readonly string[]): ElementValue {
  switch (type) {
    case 'plain_text_input':
      return { type, value: entry === '' ? null : entry };
    case 'users_select':
      return { type, selected_user: entry === '' ? null : entry };
    case 'multi_users_select':
      return { type, selected_users: entry === '' ? [] : entry };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: options?.find(({ value }) => value === entry) ?? null };
    case 'multi_static_select':
      return { type, selected_options: (options ?? []).filter(({ value }) => entry.includes(value)) };
    default:
      throw new Error(`fill in ${type}: not known to this test`);
  }
}
