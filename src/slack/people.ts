// What Downbeat knows about people: the time zone of their profile, asked of Slack and remembered for an hour.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../application/log.ts';
import { createRemembered } from './remembered.ts';

const REMEMBERED_MS = 60 * 60_000;
/** People remembered at once. */
const MOST_PEOPLE = 10_000;
/** Nobody's click waits longer than this for a time zone; the next question finds it remembered. */
const PATIENCE_MS = 1_000;
/** Where Slack does not say. */
const UNKNOWN_ZONE = 'UTC';

const userSchema = z.object({ user: z.object({ tz: z.string().min(1).nullish() }) });

/** What is known about people. */
export type People = {
  /** The IANA name of the zone a person lives in; UTC where Slack does not say in time. Never throws. */
  zoneOf(person: string): Promise<string>;
};

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
  const zones = createRemembered<string>({ forMs: REMEMBERED_MS, most: MOST_PEOPLE, now });

  async function ask(person: string): Promise<string> {
    try {
      const { user } = userSchema.parse(await client.users.info({ user: person }));
      const zone = user.tz ?? UNKNOWN_ZONE;
      zones.keep(person, zone);
      return zone;
    } catch (error) {
      log.warn('time zone not known', { person }, error);
      return zones.get(person)?.value ?? UNKNOWN_ZONE;
    }
  }

  return {
    async zoneOf(person) {
      const known = zones.get(person);
      if (known?.fresh === true) return known.value;
      const late = new Promise<string>((resolve) => {
        setTimeout(() => resolve(known?.value ?? UNKNOWN_ZONE), PATIENCE_MS).unref();
      });
      return Promise.race([ask(person), late]);
    },
  };
}
