// What Downbeat knows about people: the name and the time zone of their profile, asked of Slack and remembered for an hour.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { NamesOf } from '../application/exporting/names-of.ts';
import type { Log } from '../application/log.ts';
import { createRemembered } from './remembered.ts';

const REMEMBERED_MS = 60 * 60_000;
/** People remembered at once. */
const MOST_PEOPLE = 10_000;
/** Nobody's click waits longer than this for a time zone; the next question finds it remembered. */
const ZONE_PATIENCE_MS = 1_000;
/** A record waits longer for a name: nobody sits in front of it. */
const NAME_PATIENCE_MS = 10_000;
/** As many are asked for at once: `users.info` allows about 100 a minute in the whole workspace. */
const MOST_NAMES = 40;
/** Where Slack does not say. */
const UNKNOWN_ZONE = 'UTC';

const userSchema = z.object({
  user: z.object({
    tz: z.string().min(1).nullish(),
    real_name: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
});

/** What is known about people. */
export type People = {
  /** The IANA name of the zone a person lives in; UTC where Slack does not say in time. Never throws. */
  zoneOf(person: string): Promise<string>;
  readonly namesOf: NamesOf;
};

type Profile = { readonly zone: string; readonly name: string | null };

/** People over Slack's Web API. */
export function createPeople({
  client,
  log,
  now,
}: {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => number;
}): People {
  const profiles = createRemembered<Profile>({ forMs: REMEMBERED_MS, most: MOST_PEOPLE, now });

  async function ask(person: string): Promise<Profile | null> {
    try {
      const profile = profileOf(await client.users.info({ user: person }));
      profiles.keep(person, profile);
      return profile;
    } catch (error) {
      log.warn('profile not known', { person }, error);
      return profiles.get(person)?.value ?? null;
    }
  }

  async function known(person: string, patienceMs: number): Promise<Profile | null> {
    const before = profiles.get(person);
    if (before?.fresh === true) return before.value;
    const late = new Promise<Profile | null>((resolve) => {
      setTimeout(() => resolve(before?.value ?? null), patienceMs).unref();
    });
    return Promise.race([ask(person), late]);
  }

  return {
    async zoneOf(person) {
      return (await known(person, ZONE_PATIENCE_MS))?.zone ?? UNKNOWN_ZONE;
    },
    async namesOf(people) {
      const asked = people.slice(0, MOST_NAMES);
      const found = await Promise.all(
        asked.map(async (person) => [person, (await known(person, NAME_PATIENCE_MS))?.name ?? null] as const),
      );
      return new Map(found.flatMap(([person, name]) => (name === null ? [] : [[person, name] as const])));
    },
  };
}

/** The full name, for whoever reads a record years later; else the one a person chose for Slack. */
function profileOf(answer: unknown): Profile {
  const { user } = userSchema.parse(answer);
  const names = [user.real_name, user.profile?.real_name, user.profile?.display_name];
  const name = names.map((one) => one?.trim() ?? '').find((one) => one !== '') ?? null;
  return { zone: user.tz ?? UNKNOWN_ZONE, name };
}
