// The workspace a fresh playground starts with: an invented company, three people to be, one guest from outside.
import type { Channel, Person } from './model.ts';

/** The workspace's own id, name and address. */
export const team = { id: 'T0NORTHWND1', name: 'Northwind Tools', domain: 'northwind-tools' } as const;

/** The organisation the external person comes from. */
export const externalTeamId = 'T0CONTOSOX2';

/** The app as installed here. */
export const app = { id: 'A0DOWNBEAT1', botId: 'B0DOWNBEAT2', botUserId: 'U0DOWNBEAT3', name: 'Downbeat' } as const;

/** Ids of the people, by first name. */
export const peopleIds = {
  ines: 'U0INESMARE1',
  noah: 'U0NOAHWEBB2',
  priya: 'U0PRIYANAI3',
  tomas: 'U0TOMASEXT4',
} as const;

/** Ids of the channels, by name. */
export const channelIds = {
  architecture: 'C0ARCHITEC1',
  paymentsTeam: 'C0PAYMENTS2',
  random: 'C0RANDOMCH3',
} as const;

function person(id: string, names: readonly [string, string], look: readonly [string, string]): Person {
  const [name, realName] = names;
  const [tz, colour] = look;
  return { id, teamId: team.id, name, realName, tz, colour, external: false, isBot: false, deactivated: false };
}

/** Everybody of a fresh workspace, the bot user included. */
export function defaultPeople(): Person[] {
  return [
    person(peopleIds.ines, ['ines', 'Inès Maréchal'], ['Europe/Brussels', '#b4553d']),
    person(peopleIds.noah, ['noah', 'Noah Webb'], ['America/New_York', '#2f6f8f']),
    person(peopleIds.priya, ['priya', 'Priya Nair'], ['Asia/Kolkata', '#6b4a9e']),
    {
      ...person(peopleIds.tomas, ['tomas', 'Tomás Rey (Contoso)'], ['Europe/Madrid', '#7a7a52']),
      teamId: externalTeamId,
      external: true,
    },
    { ...person(app.botUserId, ['downbeat', app.name], ['Etc/UTC', '#1d1c1d']), isBot: true },
  ];
}

/** Who has a DM with whom at first: everybody with the app, and two people with one another. */
export function defaultDirects(): readonly (readonly string[])[] {
  const { ines, noah, priya } = peopleIds;
  return [...[ines, noah, priya].map((person) => [person, app.botUserId]), [ines, noah]];
}

/** The channels of a fresh workspace; `created` in seconds since 1970. The app is in the first two. */
export function defaultChannels(created: number): Channel[] {
  const everybody = [peopleIds.ines, peopleIds.noah, peopleIds.priya];
  function channel(id: string, name: string, kind: 'public' | 'private'): Channel {
    const members = new Set<string>(everybody);
    return { id, name, kind, members, created, archived: false, postingRule: 'everyone', externallyShared: false };
  }
  const architecture = channel(channelIds.architecture, 'architecture', 'public');
  const payments = channel(channelIds.paymentsTeam, 'payments-team', 'private');
  const random = channel(channelIds.random, 'random', 'public');
  architecture.members.add(app.botUserId);
  payments.members.add(app.botUserId);
  return [architecture, payments, random];
}
