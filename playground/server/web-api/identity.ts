// auth.test, apps.connections.open, team.info, bots.info, users.info, users.list: who is who.
import { z } from 'zod';
import { app, team } from '../default-workspace.ts';
import { noise } from '../ids.ts';
import { userJson } from '../render.ts';
import { countArg, method, page, refused } from './method.ts';

const authTest = method({
  name: 'auth.test',
  tier: 'special',
  args: z.object({}),
  run: (world) => ({
    ok: true,
    url: `${world.address.url}/`,
    team: team.name,
    user: app.name.toLowerCase(),
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  }),
});

const connectionsOpen = method({
  name: 'apps.connections.open',
  tier: 'tier3',
  token: 'app',
  args: z.object({}),
  run: (world) => ({
    ok: true,
    url: `${world.address.url.replace('http:', 'ws:')}/link/?ticket=${noise(12)}&app_id=${app.id}`,
  }),
});

const teamInfo = method({
  name: 'team.info',
  tier: 'tier3',
  scopes: ['team:read'],
  args: z.object({ team: z.string().optional() }),
  run: (world) => ({
    ok: true,
    team: { id: team.id, name: team.name, domain: team.domain, url: `${world.address.url}/`, email_domain: '' },
  }),
});

const botsInfo = method({
  name: 'bots.info',
  tier: 'tier3',
  scopes: ['users:read'],
  args: z.object({ bot: z.string().optional() }),
  run: (_world, args) =>
    args.bot === undefined || args.bot === app.botId
      ? { ok: true, bot: { id: app.botId, app_id: app.id, user_id: app.botUserId, name: app.name, deleted: false } }
      : refused('bot_not_found'),
});

const usersInfo = method({
  name: 'users.info',
  tier: 'tier4',
  scopes: ['users:read'],
  args: z.object({ user: z.string() }),
  run(world, args) {
    const person = world.workspace.people.get(args.user);
    return person === undefined ? refused('user_not_found') : { ok: true, user: userJson(world, person) };
  },
});

const usersList = method({
  name: 'users.list',
  tier: 'tier2',
  scopes: ['users:read'],
  args: z.object({ cursor: z.string().optional(), limit: countArg.min(1).max(1000).default(1000) }),
  run(world, args) {
    const own = [...world.workspace.people.values()].filter((person) => !person.external);
    const paged = page(own, { cursor: args.cursor, limit: args.limit });
    return paged === undefined
      ? refused('invalid_cursor')
      : {
          ok: true,
          members: paged.items.map((person) => userJson(world, person)),
          response_metadata: { next_cursor: paged.nextCursor },
        };
  },
});

/** Methods about identities. */
export const identityMethods = [authTest, connectionsOpen, teamInfo, botsInfo, usersInfo, usersList];
