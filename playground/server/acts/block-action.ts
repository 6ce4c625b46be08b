// A person clicks a button, chooses in a select, ticks a box: block_actions (slack-platform.md §2.4, §2.5).
import type { ElementValue, StateValues, UiActResult } from '../../protocol.ts';
import { findElement } from '../block-kit/walk.ts';
import { viewBlocks } from '../modals.ts';
import type { Channel, EphemeralMessage, Json, Person, StoredMessage, StoredView } from '../model.ts';
import { messageJson, viewJson } from '../render.ts';
import { nextTs } from '../workspace.ts';
import type { World } from '../world.ts';
import { notify } from './notices.ts';
import { interactionBase, responseUrl } from './payloads.ts';

/** What was clicked and with which value. */
export interface Click {
  readonly blockId: string;
  readonly actionId: string;
  readonly value: ElementValue;
  readonly state: StateValues | undefined;
}

/** The message clicked in; ephemeral ones have no message in the payload. */
export type ClickedMessage =
  | { readonly ephemeral: false; readonly message: StoredMessage }
  | { readonly ephemeral: true; readonly message: EphemeralMessage };

const failureText = 'This app responded with an error, or did not respond in time.';

/** What Slack takes from the element's definition rather than from the client. */
const DEFINED_FIELDS = ['text', 'value', 'url', 'style', 'confirm', 'icon', 'placeholder'] as const;

function actionJson(world: World, element: Json, click: Click): Json {
  const defined = DEFINED_FIELDS.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]] as const]));
  const typedValue = element.type === 'button' || element.type === 'icon_button' ? {} : click.value;
  return {
    ...Object.fromEntries(defined),
    ...typedValue,
    type: element.type,
    block_id: click.blockId,
    action_id: click.actionId,
    action_ts: nextTs(world.workspace, world.clock),
  };
}

/** What was chosen must be among the options, as in Slack's own client. */
function choosesKnownOption(element: Json, value: ElementValue): boolean {
  const known = JSON.stringify([element.options ?? [], element.option_groups ?? []]);
  const chosen = [value.selected_option, ...(Array.isArray(value.selected_options) ? value.selected_options : [])];
  const isExternal = String(element.type).includes('external');
  return chosen.every(
    (option) => option === undefined || option === null || isExternal || known.includes(optionKey(option)),
  );
}

function optionKey(option: unknown): string {
  const value = option !== null && typeof option === 'object' && 'value' in option ? option.value : option;
  return `"value":${JSON.stringify(value)}`;
}

/** A click in a message. A click on a state the message was just redrawn from still counts, as with a slow network. */
export async function clickInMessage(
  world: World,
  person: Person,
  { channel, clicked, click }: { readonly channel: Channel; readonly clicked: ClickedMessage; readonly click: Click },
): Promise<UiActResult> {
  const { message, ephemeral } = clicked;
  const earlier = clicked.ephemeral ? [] : clicked.message.versions.toReversed().map((version) => version.blocks);
  const element = [message.blocks, ...earlier]
    .map((blocks) => findElement(blocks, click.blockId, click.actionId))
    .find((found) => found !== undefined);
  if (element === undefined || !choosesKnownOption(element, click.value)) {
    return { ok: false, error: element === undefined ? 'action_not_found' : 'option_not_found' };
  }
  const target = { user: person.id, channel: channel.id, ts: message.ts, ephemeral };
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  const outcome = await world.deliveries.send('interactive', {
    ...interactionBase('block_actions', person),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    trigger_id: world.tickets.issueTrigger(person.id),
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(clicked.ephemeral ? {} : { message: messageJson(world, clicked.message, true) }),
    state: { values: click.state ?? {} },
    response_url: responseUrl(world, target),
    actions: [actionJson(world, element, click)],
  });
  if (!outcome.acked) {
    const place = { channel: channel.id, ts: message.ts, actionId: click.actionId };
    notify(world, person.id, { kind: 'button_failed', text: failureText, ...place });
    return { ok: false, error: outcome.reason };
  }
  return { ok: true };
}

/** A click in a modal or Home tab; its trigger id may push. */
export async function clickInView(
  world: World,
  person: Person,
  stored: StoredView,
  click: Click,
): Promise<UiActResult> {
  const element = findElement(viewBlocks(stored), click.blockId, click.actionId);
  if (element === undefined || !choosesKnownOption(element, click.value)) {
    return { ok: false, error: element === undefined ? 'action_not_found' : 'option_not_found' };
  }
  stored.values = click.state ?? stored.values;
  const outcome = await world.deliveries.send('interactive', {
    ...interactionBase('block_actions', person),
    container: { type: 'view', view_id: stored.id },
    trigger_id: world.tickets.issueTrigger(person.id, stored.id),
    view: viewJson(stored),
    actions: [actionJson(world, element, click)],
  });
  if (!outcome.acked) {
    notify(world, person.id, { kind: 'button_failed', text: failureText, actionId: click.actionId });
    return { ok: false, error: outcome.reason };
  }
  return { ok: true };
}
