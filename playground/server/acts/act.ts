// Carries out what a person does in the page (or a test does in their place).
import type { UiAct, UiActResult } from '../../protocol.ts';
import { app } from '../default-workspace.ts';
import { announceHomeOpened } from '../delivery/events.ts';
import type { Channel, Person, StoredMessage } from '../model.ts';
import { messageJson } from '../render.ts';
import { directChannel, findMessage, nextTs } from '../workspace.ts';
import type { World } from '../world.ts';
import { type Click, type ClickedMessage, clickInMessage, clickInView } from './block-action.ts';
import { runCommand } from './command.ts';
import { notify } from './notices.ts';
import { interactionBase, responseUrl } from './payloads.ts';
import { bringIn, editMessage, markRead, removeByPerson, stopAgent, writeMessage } from './talk.ts';
import { dismissView, submitView } from './view-submit.ts';

type PersonalAct = Exclude<UiAct, { kind: 'advance_clock' | 'start_over' }>;
type ChannelAct = Extract<PersonalAct, { channel: string }>;

const done: UiActResult = { ok: true };

function failed(error: string): UiActResult {
  return { ok: false, error };
}

/** Carries out one act; interactions answer once the app has acknowledged or its time is over. */
export async function act(world: World, doing: UiAct, startOver: () => Promise<void>): Promise<UiActResult> {
  if (doing.kind === 'advance_clock') {
    world.clock.advance(doing.ms);
    world.changed();
    return done;
  }
  if (doing.kind === 'start_over') {
    await startOver();
    return done;
  }
  const person = world.workspace.people.get(doing.user);
  if (person === undefined || person.isBot || person.deactivated) {
    return failed('user_not_found');
  }
  return 'channel' in doing ? inChannel(world, person, doing) : elsewhere(world, person, doing);
}

async function inChannel(world: World, person: Person, doing: ChannelAct): Promise<UiActResult> {
  const channel = world.workspace.channels.get(doing.channel);
  if (channel === undefined || (channel.kind !== 'public' && !channel.members.has(person.id))) {
    return failed('channel_not_found');
  }
  switch (doing.kind) {
    case 'command':
      return runCommand(world, person, { channel, text: doing.text, inThread: doing.threadTs !== undefined });
    case 'message':
      return writeMessage(world, person, { channel, text: doing.text, threadTs: doing.threadTs });
    case 'edit_message':
    case 'delete_message':
    case 'shortcut': {
      const message = findMessage(world.workspace, channel.id, doing.ts);
      return message === undefined
        ? failed('message_not_found')
        : onMessage(world, person, { channel, message, doing });
    }
    case 'stop_agent':
      return stopAgent(world, person, channel, doing.threadTs);
    case 'read':
      markRead(world, person, channel, doing.threadTs);
      return done;
    case 'join':
      return bringIn(world, channel, { user: person.id, inviter: undefined });
    case 'invite':
      return bringIn(world, channel, { user: doing.invitee, inviter: person.id });
  }
  return doing satisfies never;
}

interface OnMessage {
  readonly channel: Channel;
  readonly message: StoredMessage;
  readonly doing: Extract<ChannelAct, { ts: string }>;
}

async function onMessage(world: World, person: Person, { channel, message, doing }: OnMessage): Promise<UiActResult> {
  switch (doing.kind) {
    case 'edit_message':
      return editMessage(world, person, message, doing.text);
    case 'delete_message':
      return removeByPerson(world, person, message);
    case 'shortcut':
      return runShortcut(world, person, { channel, message, callbackId: doing.callbackId });
  }
  return doing satisfies never;
}

async function runShortcut(
  world: World,
  person: Person,
  chosen: { readonly channel: Channel; readonly message: StoredMessage; readonly callbackId: string },
): Promise<UiActResult> {
  const { channel, message, callbackId } = chosen;
  const declared = world.grants.settings.shortcuts.some((one) => one.callbackId === callbackId);
  if (!declared || person.external || !world.grants.scopes.has('commands')) {
    return failed('unknown_shortcut');
  }
  const target = { user: person.id, channel: channel.id, ts: undefined, ephemeral: false };
  const outcome = await world.deliveries.send('interactive', {
    ...interactionBase('message_action', person),
    action_ts: nextTs(world.workspace, world.clock),
    callback_id: callbackId,
    trigger_id: world.tickets.issueTrigger(person.id),
    response_url: responseUrl(world, target),
    message_ts: message.ts,
    channel: { id: channel.id, name: channel.name },
    message: messageJson(world, message, true),
  });
  if (!outcome.acked) {
    const text = 'The app did not respond in time.';
    notify(world, person.id, { kind: 'shortcut_failed', text, channel: channel.id, ts: message.ts });
    return failed(outcome.reason);
  }
  return done;
}

async function elsewhere(world: World, person: Person, doing: Exclude<PersonalAct, ChannelAct>): Promise<UiActResult> {
  switch (doing.kind) {
    case 'block_action':
      return runBlockAction(world, person, doing);
    case 'view_submit':
    case 'view_close': {
      const stored = world.workspace.views.get(doing.viewId);
      if (stored === undefined || stored.user !== person.id) {
        return failed('view_not_found');
      }
      return doing.kind === 'view_submit'
        ? submitView(world, person, { stored, state: doing.state })
        : dismissView(world, person, stored, doing.clearAll ?? false);
    }
    case 'open_home': {
      const channel = directChannel(world.workspace, [person.id, app.botUserId], world.clock);
      announceHomeOpened(world, person.id, channel.id, doing.tab);
      return { ok: true, channel: channel.id };
    }
    case 'dismiss_notice': {
      const { notices } = world.workspace;
      const index = notices.findIndex((notice) => notice.id === doing.id && notice.user === person.id);
      if (index >= 0) {
        notices.splice(index, 1);
        world.changed();
      }
      return done;
    }
  }
  return doing satisfies never;
}

async function runBlockAction(
  world: World,
  person: Person,
  doing: Extract<UiAct, { kind: 'block_action' }>,
): Promise<UiActResult> {
  const { source } = doing;
  const click: Click = {
    blockId: doing.blockId,
    actionId: doing.actionId,
    value: doing.value,
    state: doing.state,
  };
  if (source.type === 'view') {
    const stored = world.workspace.views.get(source.viewId);
    return stored === undefined || stored.user !== person.id
      ? failed('view_not_found')
      : clickInView(world, person, stored, click);
  }
  const channel = world.workspace.channels.get(source.channel);
  const clicked = findClicked(world, person, source);
  const visible = channel !== undefined && (channel.kind === 'public' || channel.members.has(person.id));
  return visible && clicked !== undefined
    ? clickInMessage(world, person, { channel, clicked, click })
    : failed('message_not_found');
}

function findClicked(
  world: World,
  person: Person,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): ClickedMessage | undefined {
  const message = findMessage(world.workspace, channel, ts);
  if (message !== undefined) {
    return { ephemeral: false, message };
  }
  const shown = world.workspace.ephemerals.find(
    (one) => one.ts === ts && one.channel === channel && one.recipient === person.id,
  );
  return shown === undefined ? undefined : { ephemeral: true, message: shown };
}
