// Which channels a person is in, asked of Slack and remembered for a minute: nobody sees decisions of other channels.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../application/log.ts';
import { createRemembered } from './remembered.ts';

const REMEMBERED_MS = 60_000;
/** People remembered at once, each with up to thousands of channels. */
const MOST_PEOPLE = 500;
/** Channels asked for at once, and how many pages are read: more than a person reads. */
const PAGE = 200;
const MOST_PAGES = 10;

const pageSchema = z.object({
  channels: z.array(z.object({ id: z.string() })),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** Who is where. */
export type Memberships = {
  /** The channels a person is in; null when Slack does not say, and then nothing may be shown. */
  channelsOf(person: string): Promise<ReadonlySet<string> | null>;
  /** Somebody came into a channel or left it, so what is remembered of them is old; null for everybody. */
  forget(person: string | null): void;
};

/** Memberships over Slack's Web API. */
export function createMemberships({
  client,
  log,
  now,
}: {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => number;
}): Memberships {
  const places = createRemembered<ReadonlySet<string>>({ forMs: REMEMBERED_MS, most: MOST_PEOPLE, now });

  async function ask(user: string): Promise<ReadonlySet<string>> {
    const channels = new Set<string>();
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = pageSchema.parse(
        await client.users.conversations({
          user,
          types: 'public_channel,private_channel,im',
          limit: PAGE,
          ...(cursor === '' ? {} : { cursor }),
        }),
      );
      for (const { id } of answer.channels) channels.add(id);
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return channels;
  }

  return {
    async channelsOf(person) {
      const known = places.get(person);
      if (known?.fresh === true) return known.value;
      try {
        const channels = await ask(person);
        places.keep(person, channels);
        return channels;
      } catch (error) {
        log.warn('channels of a person not known', { person }, error);
        return null;
      }
    },
    forget: places.forget,
  };
}
