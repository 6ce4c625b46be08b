// The messages with files in a thread, as Slack's API tells them.
import { z } from 'zod';
import type { Playground } from '../../playground/server/playground.ts';

/** A file somebody sees: its name, what a screen reader says of it, and what is in it. */
export type SeenFile = {
  readonly name: string;
  readonly alt: string;
  readonly text: () => Promise<string>;
  readonly bytes: () => Promise<Uint8Array>;
};

/** A message with files. */
export type Drawn = { readonly text: string; readonly files: readonly SeenFile[] };

const fileSchema = z.object({ name: z.string(), alt_txt: z.string(), url_private: z.string() });
const repliesSchema = z.object({
  messages: z.array(z.object({ text: z.string(), files: z.array(fileSchema).default([]) })),
});

/** The messages with files in the thread below a message, oldest first. */
export async function drawnIn(
  { apiUrl, botToken }: Playground,
  thread: { readonly channel: string; readonly ts: string },
): Promise<readonly Drawn[]> {
  const url = new URL('conversations.replies', apiUrl);
  url.search = new URLSearchParams({ ...thread, limit: '200' }).toString();
  const answer = await fetch(url, { headers: { authorization: `Bearer ${botToken}` } });
  const { messages } = repliesSchema.parse(await answer.json());
  return messages
    .filter(({ files }) => files.length > 0)
    .map(({ text, files }) => ({
      text,
      files: files.map(({ name, alt_txt: alt, url_private: address }) => ({
        name,
        alt,
        text: async () => (await fetch(address)).text(),
        bytes: async () => new Uint8Array(await (await fetch(address)).arrayBuffer()),
      })),
    }));
}
