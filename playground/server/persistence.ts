// Keeps channels, messages, files, Home tabs and what was read between runs, in one JSON file.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson } from './json.ts';
import type { StoredMessage } from './model.ts';
import { insertMessage, type Workspace } from './workspace.ts';

const json = z.record(z.string(), z.unknown());
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const fileSchema = z.object({
  version: z.literal(1),
  clockOffsetMs: z.number(),
  lastMicros: z.number(),
  startedTs: z.string(),
  people: z.array(z.object({ id: z.string(), deactivated: z.boolean() })),
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['public', 'private', 'im', 'mpim']),
      members: z.array(z.string()),
      created: z.number(),
      archived: z.boolean(),
      postingRule: z.enum(['everyone', 'threads-only', 'read-only', 'no-threads']),
      externallyShared: z.boolean(),
    }),
  ),
  messages: z.array(
    z.object({
      ts: z.string(),
      channel: z.string(),
      threadTs: optionalText,
      user: z.string(),
      byApp: z.boolean(),
      files: z.array(z.string()),
      broadcast: z.boolean(),
      subtype: optionalText,
      text: z.string(),
      blocks: z.array(json),
      metadata: json.optional(),
      editedTs: optionalText,
    }),
  ),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      mimetype: z.string(),
      alt: z.string(),
      length: z.number(),
      title: z.string(),
      base64: z.string(),
      shares: z.array(z.object({ channel: z.string(), ts: z.string() })),
    }),
  ),
  homes: z.array(z.object({ id: z.string(), user: z.string(), hash: z.string(), view: json })),
  reads: z.array(z.tuple([z.string(), z.string()])),
});

type Saved = z.infer<typeof fileSchema>;

/** Reads the file; undefined when there is none yet. Throws a sentence naming the file when it cannot be used. */
export function readSaved(path: string): Saved | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new Error(`${path} does not hold a workspace this playground can read; remove it to start over.`);
  }
  return parsed.data;
}

/** Puts saved state into a fresh workspace. A stream that was live has ended. */
export function restore(workspace: Workspace, saved: Saved): void {
  workspace.lastMicros = saved.lastMicros;
  workspace.startedTs = saved.startedTs;
  for (const { id, deactivated } of saved.people) {
    const person = workspace.people.get(id);
    if (person !== undefined) {
      person.deactivated = deactivated;
    }
  }
  for (const channel of saved.channels) {
    workspace.channels.set(channel.id, { ...channel, members: new Set(channel.members) });
  }
  for (const message of saved.messages) {
    const stored: StoredMessage = { ...message, metadata: message.metadata, versions: [], stream: undefined };
    insertMessage(workspace, stored);
  }
  for (const { base64, ...file } of saved.files) {
    workspace.files.set(file.id, { ...file, bytes: Buffer.from(base64, 'base64') });
  }
  for (const home of saved.homes) {
    workspace.homes.set(home.user, home.id);
    const rest = { rootViewId: home.id, previousViewId: undefined, values: {}, errors: {}, failed: false };
    workspace.views.set(home.id, { ...home, ...rest, type: 'home' });
  }
  for (const [key, ts] of saved.reads) {
    workspace.reads.set(key, ts);
  }
}

/** Writes the workspace; the file is replaced in one step, so that a crash leaves the old or the new one. */
export function save(path: string, workspace: Workspace, clockOffsetMs: number): void {
  const saved: Saved = {
    version: 1,
    clockOffsetMs,
    lastMicros: workspace.lastMicros,
    startedTs: workspace.startedTs,
    people: [...workspace.people.values()].map(({ id, deactivated }) => ({ id, deactivated })),
    channels: [...workspace.channels.values()].map((channel) => ({ ...channel, members: [...channel.members] })),
    messages: [...workspace.messages.values()].flat().map(savedMessage),
    files: [...workspace.files.values()].flatMap(({ bytes, shares, ...file }) =>
      bytes === undefined ? [] : [{ ...file, shares: [...shares], base64: Buffer.from(bytes).toString('base64') }],
    ),
    homes: [...workspace.homes.values()].flatMap((id) => {
      const view = workspace.views.get(id);
      return view === undefined ? [] : [{ id, user: view.user, hash: view.hash, view: { ...view.view } }];
    }),
    reads: [...workspace.reads],
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(saved));
  renameSync(`${path}.new`, path);
}

function savedMessage(message: StoredMessage): Saved['messages'][number] {
  const { versions: _versions, stream: _stream, metadata, blocks, files, ...rest } = message;
  return {
    ...rest,
    files: [...files],
    blocks: blocks.map((block) => ({ ...block })),
    ...(metadata === undefined ? {} : { metadata: { ...metadata } }),
  };
}
