// Reads the environment, once: the only file that knows process.env.
import { z } from 'zod';

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().min(1).optional());
const port = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(0).max(65_535));

const environmentSchema = z.object({
  NODE_ENV: optional,
  SLACK_BOT_TOKEN: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_API_URL: z.preprocess((value) => (value === '' ? undefined : value), z.url().optional()),
  REDIS_URL: optional,
  PORT: port.default(3000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

/** How Slack's deliveries reach us. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** The settings Downbeat runs with. */
export type Config = {
  readonly slack: { readonly botToken: string; readonly apiUrl: string | null; readonly transport: SlackTransport };
  readonly redisUrl: string;
  /** The port of the HTTP server: Slack's deliveries in HTTP mode, and the health routes in both. */
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
};

/** What is wrong with the settings, all of it at once, each line naming the setting. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Downbeat cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The settings in an environment. Throws {@link ConfigError} naming every missing or malformed one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const settings = parsed.data;
  const problems: string[] = [];
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (botToken === undefined) problems.push('SLACK_BOT_TOKEN is missing: the bot token of your Slack app, xoxb-…');
  if (appToken === undefined && signingSecret === undefined)
    problems.push('SLACK_APP_TOKEN (Socket Mode, xapp-…) or SLACK_SIGNING_SECRET (HTTP) is missing');
  if (settings.REDIS_URL === undefined)
    problems.push('REDIS_URL is missing: where Redis is, such as redis://localhost:6379');
  const transport = transportOf(appToken, signingSecret);
  if (botToken === undefined || transport === null || settings.REDIS_URL === undefined) throw new ConfigError(problems);
  return {
    slack: { botToken, apiUrl: settings.SLACK_API_URL ?? null, transport },
    redisUrl: settings.REDIS_URL,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
  };
}

function transportOf(appToken: string | undefined, signingSecret: string | undefined): SlackTransport | null {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? null : { kind: 'http', signingSecret };
}
