// A workspace in which ten thousand accepted decisions stand, each with its root card and its owner.
import { z } from 'zod';
import { app as appIds, peopleIds } from '../../playground/server/default-workspace.ts';
import type { Playground } from '../../playground/server/playground.ts';
import type { Copy } from '../house/accepted-copies.ts';

/** Owners who have so many decisions each: one look alone is a message, several looks of one owner are one digest. */
export type Mix = readonly { readonly owners: number; readonly decisionsEach: number }[];

const DECISIONS_A_CHANNEL = 200;
const POSTED_AT_ONCE = 20;
const postedSchema = z.object({ ok: z.literal(true), ts: z.string() });

/** Messages the looks of a mix become. */
export function messagesOf(mix: Mix): number {
  return mix.reduce((sum, { owners }) => sum + owners, 0);
}

/** Adds the owners and posts a root card for each of their decisions. Slack's limits must be off meanwhile. */
export async function fillWorkspace(playground: Playground, mix: Mix): Promise<readonly Copy[]> {
  const owned = mix.flatMap(({ owners, decisionsEach }) =>
    Array.from({ length: owners }, (_, index) => addOwner(playground, `${decisionsEach}-${index}`)).flatMap((owner) =>
      Array.from({ length: decisionsEach }, () => owner),
    ),
  );
  const copies: Copy[] = [];
  let channel = '';
  for (let from = 0; from < owned.length; from += POSTED_AT_ONCE) {
    if (from % DECISIONS_A_CHANNEL === 0) channel = addChannel(playground, `looks-${from / DECISIONS_A_CHANNEL}`);
    const some = owned.slice(from, from + POSTED_AT_ONCE);
    copies.push(
      ...(await Promise.all(
        some.map(async (owner, index) => {
          const id = `dLOOK${from + index}`;
          return { id, owner, place: { channel, ts: await postRoot(playground, channel, id) } };
        }),
      )),
    );
  }
  return copies;
}

function addOwner({ faults }: Playground, name: string): string {
  return faults.addPerson({ name: `owner-${name}`, realName: `Owner ${name}`, tz: 'Europe/Brussels' });
}

function addChannel({ faults }: Playground, name: string): string {
  return faults.addChannel({ name, kind: 'public', members: [peopleIds.ines, appIds.botUserId] });
}

async function postRoot({ apiUrl, botToken }: Playground, channel: string, id: string): Promise<string> {
  const answer = await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel, text: `Decision: Order fulfilment ${id}` }),
  });
  return postedSchema.parse(await answer.json()).ts;
}
