// What tests do to the workspace from outside: faults, sockets, rights, rules.
import { typedMessage } from './acts/typed-text.ts';
import { app, peopleIds, team } from './default-workspace.ts';
import type { Repetition } from './delivery/deliveries.ts';
import {
  announceArchive,
  announceLeft,
  announceMembership,
  announceShared,
  announceUninstalled,
  announceUnshared,
  announceUserChange,
} from './delivery/events.ts';
import type { SocketTransport } from './delivery/socket-transport.ts';
import type { Fault } from './faults.ts';
import { slackId } from './ids.ts';
import type { Channel, ChannelRule } from './model.ts';
import { postMessage } from './posting.ts';
import { userJson } from './render.ts';
import type { World } from './world.ts';

/** A bot that is not the app's. */
const otherBotId = 'U0OTHERBOT1';

/** Ways to make the workspace misbehave or change under the app. Channels and people are given by id. */
export interface Controls {
  /** Adds a fault; answers a function that takes it back. */
  add(fault: Fault): () => void;
  /** Takes all faults and repetitions back and lets sockets in again; rights and rules stay as they are. */
  clear(): void;
  /** Cuts all sockets as a network does; clients may come again. */
  cutSockets(): void;
  /** Asks all clients to come again, as Slack does every few hours. */
  refreshSockets(): void;
  /** While true no socket gets in. */
  refuseSockets(refusing: boolean): void;
  /** Everything is delivered several times, perhaps the last copy much later. */
  repeatDeliveries(repetition: Repetition): void;
  /** Takes scopes away from the app. */
  revokeScopes(...scopes: readonly string[]): void;
  /** Gives scopes to the app. */
  grantScopes(...scopes: readonly string[]): void;
  /** Removes the app from the workspace: both events, and its tokens are void. */
  uninstall(): void;
  archiveChannel(channel: string, archived?: boolean): void;
  setPostingRule(channel: string, rule: ChannelRule): void;
  removeFromChannel(channel: string, user: string): void;
  /** Takes the app out of a channel. */
  removeApp(channel: string): void;
  /** Deactivates an account; `silently` as when the app was away and never heard of it. */
  deactivateUser(user: string, silently?: boolean): void;
  /** Shares the channel with another organisation and brings its person in. */
  shareExternally(channel: string): void;
  /** Ends that again; its person leaves. */
  unshare(channel: string): void;
  /** Adds a person of the workspace; answers their id. Not kept between runs. */
  addPerson(person: { readonly name: string; readonly realName: string; readonly tz: string }): string;
  /** Another app's bot comes into a channel and says something there; answers the message's `ts`. Not kept between runs. */
  sayAsBot(said: { readonly channel: string; readonly text: string; readonly threadTs?: string }): string;
  /** Adds a channel with these members (name the app's bot user to have the app in it); answers its id. */
  addChannel(channel: {
    readonly name: string;
    readonly kind: 'public' | 'private';
    readonly members: readonly string[];
  }): string;
  /** Limits become `factor` times as wide (Infinity: none). */
  setRateMultiplier(factor: number): void;
}

/** Makes the controls. A channel or person that does not exist is an error. */
export function createControls(world: World, sockets: SocketTransport): Controls {
  function channelOf(id: string): Channel {
    const channel = world.workspace.channels.get(id);
    if (channel === undefined) {
      throw new Error(`no channel ${id} in the playground`);
    }
    return channel;
  }

  function removeFromChannel(id: string, user: string): void {
    const channel = channelOf(id);
    channel.members.delete(user);
    if (user === app.botUserId) {
      announceLeft(world, channel, peopleIds.ines);
    } else {
      announceMembership(world, 'member_left_channel', { channel, user });
    }
    world.changed();
  }

  return {
    add: world.faults.add,
    clear() {
      world.faults.clear();
      world.deliveries.repeat(undefined);
      sockets.setRefusing(false);
    },
    cutSockets: sockets.cut,
    refreshSockets: sockets.refresh,
    refuseSockets: sockets.setRefusing,
    repeatDeliveries: world.deliveries.repeat,
    revokeScopes(...scopes) {
      for (const scope of scopes) {
        world.grants.scopes.delete(scope);
      }
    },
    grantScopes(...scopes) {
      for (const scope of scopes) {
        world.grants.scopes.add(scope);
      }
    },
    uninstall() {
      announceUninstalled(world);
      world.grants.uninstalled = true;
    },
    archiveChannel(id, archived = true) {
      const channel = channelOf(id);
      channel.archived = archived;
      announceArchive(world, channel, peopleIds.ines);
      world.changed();
    },
    setPostingRule(id, rule) {
      channelOf(id).postingRule = rule;
      world.changed();
    },
    removeFromChannel,
    removeApp(id) {
      removeFromChannel(id, app.botUserId);
    },
    deactivateUser(user, silently = false) {
      const person = world.workspace.people.get(user);
      if (person === undefined) {
        throw new Error(`nobody has the id ${user} in the playground`);
      }
      person.deactivated = true;
      if (!silently) {
        announceUserChange(world, userJson(world, person));
      }
      world.changed();
    },
    shareExternally(id) {
      const channel = channelOf(id);
      channel.externallyShared = true;
      announceShared(world, channel);
      channel.members.add(peopleIds.tomas);
      announceMembership(world, 'member_joined_channel', { channel, user: peopleIds.tomas });
      world.changed();
    },
    unshare(id) {
      const channel = channelOf(id);
      channel.externallyShared = false;
      channel.members.delete(peopleIds.tomas);
      announceMembership(world, 'member_left_channel', { channel, user: peopleIds.tomas });
      announceUnshared(world, channel);
      world.changed();
    },
    addPerson(person) {
      const id = slackId('U');
      const look = { colour: '#4a5a6a', external: false, isBot: false, deactivated: false };
      world.workspace.people.set(id, { id, teamId: team.id, ...person, ...look });
      world.changed();
      return id;
    },
    sayAsBot({ channel: channelId, text, threadTs }) {
      const channel = channelOf(channelId);
      const name = 'otherbot';
      const look = { colour: '#4a5a6a', external: false, isBot: true, deactivated: false };
      const bot = { id: otherBotId, teamId: team.id, name, realName: 'Other Bot', tz: 'Etc/UTC', ...look };
      world.workspace.people.set(bot.id, bot);
      channel.members.add(bot.id);
      return postMessage(world, {
        channel,
        user: bot.id,
        text: typedMessage(text, world.workspace.people.values()),
        threadTs,
      }).ts;
    },
    addChannel({ name, kind, members }) {
      const id = slackId('C');
      const created = Math.floor(world.clock.now() / 1000);
      const rules = { archived: false, postingRule: 'everyone', externallyShared: false } as const;
      world.workspace.channels.set(id, { id, name, kind, created, members: new Set(members), ...rules });
      world.changed();
      return id;
    },
    setRateMultiplier: world.limits.setMultiplier,
  };
}
