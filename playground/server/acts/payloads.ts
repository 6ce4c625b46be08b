// The parts interaction payloads have in common (slack-platform.md §2.5).
import { app, team } from '../default-workspace.ts';
import type { Channel, Json, Person } from '../model.ts';
import type { ResponseTarget } from '../tickets.ts';
import type { World } from '../world.ts';

/** Fields every interaction carries. The team is the workspace the app lives in, the user's own stands on the user. */
export function interactionBase(type: string, person: Person): Json {
  return {
    type,
    token: 'playground',
    api_app_id: app.id,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** How a payload names a channel. */
export function channelName(channel: Channel): string {
  switch (channel.kind) {
    case 'public':
      return channel.name;
    case 'private':
      return 'privategroup';
    case 'im':
      return 'directmessage';
    case 'mpim':
      return channel.name;
  }
  return channel.kind satisfies never;
}

/** A fresh response url on this server. */
export function responseUrl(world: World, target: ResponseTarget): string {
  return `${world.address.url}/response/${world.tickets.issueResponse(target)}`;
}
