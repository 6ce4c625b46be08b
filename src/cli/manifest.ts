// The command `npm run manifest -- --url URL`: prints the app's manifest for HTTP, made from the one for Socket Mode.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { z } from 'zod';

const usage = 'Usage: npm run manifest -- --url URL, where URL is the https address at which Slack reaches Downbeat';
const manifestFile = fileURLToPath(new URL('../../manifest.yml', import.meta.url));
/** Bolt's one path for commands, events and interactions (slack-platform.md §1.2). */
const RECEIVING_PATH = '/slack/events';
/** Slack takes no longer address (slack-platform.md §6.2). */
const URL_LENGTH = 3_000;

const manifestSchema = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({}),
    interactivity: z.looseObject({}),
    socket_mode_enabled: z.literal(true),
  }),
});

/** The same manifest with Slack's deliveries sent to `receiver` instead of through a socket. */
function forHttp({ features, settings, ...rest }: z.infer<typeof manifestSchema>, receiver: string) {
  return {
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url: receiver })),
    },
    settings: {
      ...settings,
      event_subscriptions: { request_url: receiver, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: receiver },
      socket_mode_enabled: false,
    },
  };
}

/** The address for Slack's deliveries below a base address, or why the base is none Slack would take. */
function receiverBelow(base: string): { readonly url: string } | { readonly problem: string } {
  if (!URL.canParse(base)) return { problem: 'is not an address' };
  const { protocol, origin, pathname, search, hash, username, password } = new URL(base);
  if (protocol !== 'https:') return { problem: 'has to begin with https://, Slack sends nowhere else' };
  if (`${search}${hash}${username}${password}` !== '') return { problem: 'must be no more than a host and a path' };
  const url = `${origin}${pathname.replace(/\/+$/, '')}${RECEIVING_PATH}`;
  return url.length > URL_LENGTH ? { problem: `is too long, Slack takes ${URL_LENGTH} characters` } : { url };
}

function readUrl(args: readonly string[]): string | null {
  try {
    return parseArgs({ args: [...args], options: { url: { type: 'string' } } }).values.url ?? null;
  } catch {
    return null;
  }
}

/** Exit code: 0 printed, 2 bad input. JSON, which Slack takes wherever it takes YAML, and its API takes alone. */
function main(args: readonly string[]): number {
  const base = readUrl(args);
  if (base === null) {
    console.error(usage);
    return 2;
  }
  const receiver = receiverBelow(base);
  if ('problem' in receiver) {
    console.error(`--url: “${base}” ${receiver.problem}.\n${usage}`);
    return 2;
  }
  const manifest = manifestSchema.parse(load(readFileSync(manifestFile, 'utf8')));
  console.log(JSON.stringify(forHttp(manifest, receiver.url), null, 2));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
