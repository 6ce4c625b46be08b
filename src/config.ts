// Reads the environment, once: the only file that knows process.env.
import { z } from 'zod';

/** A setting that is empty or blank counts as missing: a copied .env.example has those. */
function unlessBlank<T extends z.ZodType>(setting: T) {
  return z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), setting);
}

/** A small model that follows structured output well: explanations are short, and every claim is checked anyway. */
const DEFAULT_MODEL = 'gpt-5-mini';

const words = unlessBlank(z.string().trim().optional());

/** Another scheme would be taken for the path of a socket. A bare `host:port`, and such a path, go without one. */
const REDIS_ADDRESS = /^(?:rediss?:\/\/|(?!.*:\/\/))/;

const environmentSchema = z.object({
  NODE_ENV: words,
  SLACK_BOT_TOKEN: words,
  SLACK_APP_TOKEN: words,
  SLACK_SIGNING_SECRET: words,
  SLACK_API_URL: unlessBlank(z.url().optional()),
  REDIS_URL: unlessBlank(z.string().trim().regex(REDIS_ADDRESS, 'has to begin with redis:// or rediss://').optional()),
  PORT: unlessBlank(z.coerce.number().int().min(0).max(65_535).default(3_000)),
  OPENAI_API_KEY: words,
  OPENAI_BASE_URL: unlessBlank(z.url().optional()),
  OPENAI_MODEL: unlessBlank(z.string().trim().default(DEFAULT_MODEL)),
  OPENAI_EMBEDDING_MODEL: words,
  OPENAI_API: unlessBlank(z.enum(['responses', 'chat']).default('responses')),
  KEEP_DAYS: unlessBlank(z.coerce.number().int().min(1).max(3_650).default(90)),
  LOG_LEVEL: unlessBlank(z.enum(['debug', 'info', 'warn', 'error']).default('info')),
});

/** How Slack's deliveries reach us. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** How the model is reached. `apiKey` is null for servers that want none; `baseUrl` is null for OpenAI itself. */
export type ModelSettings = {
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly model: string;
  /** The model that turns texts into vectors, or null: passages are then searched by their words alone. */
  readonly embeddingModel: string | null;
  readonly api: 'responses' | 'chat';
  /** Milliseconds for a whole call; the advisor's own figure unless a test is in a hurry. */
  readonly deadlineMs?: number;
};

/** The settings Downbeat runs with. */
export type Config = {
  readonly slack: { readonly botToken: string; readonly apiUrl: string | null; readonly transport: SlackTransport };
  readonly redisUrl: string;
  /** The model that explains, or null: everything works without. */
  readonly model: ModelSettings | null;
  /** Days that transcripts, feedback and gaps are kept. */
  readonly keepDays: number;
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
  const malformed = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const problems = [...missingIn(environment), ...malformed];
  if (!parsed.success) throw new ConfigError(problems);
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = parsed.data;
  const transport = transportOf(appToken, signingSecret);
  const { SLACK_API_URL: apiUrl = null, REDIS_URL: redisUrl, PORT: port, LOG_LEVEL: logLevel } = parsed.data;
  if (botToken === undefined || transport === null || redisUrl === undefined) throw new ConfigError(problems);
  const model = modelOf(parsed.data);
  return { slack: { botToken, apiUrl, transport }, redisUrl, model, keepDays: parsed.data.KEEP_DAYS, port, logLevel };
}

/** What has to be there and is not. Looked at apart from the rest, so that one bad setting does not hide a missing one. */
function missingIn(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isMissing = (name: string) => words.parse(environment[name]) === undefined;
  const problems: string[] = [];
  if (isMissing('SLACK_BOT_TOKEN'))
    problems.push('SLACK_BOT_TOKEN is missing: the bot token of your Slack app, xoxb-…');
  if (isMissing('SLACK_APP_TOKEN') && isMissing('SLACK_SIGNING_SECRET'))
    problems.push('SLACK_APP_TOKEN (Socket Mode, xapp-…) or SLACK_SIGNING_SECRET (HTTP) is missing');
  if (isMissing('REDIS_URL')) problems.push('REDIS_URL is missing: where Redis is, such as redis://localhost:6379');
  return problems;
}

function transportOf(appToken: string | undefined, signingSecret: string | undefined): SlackTransport | null {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? null : { kind: 'http', signingSecret };
}

/** A key or an address says that a model is wanted. */
function modelOf(settings: z.infer<typeof environmentSchema>): ModelSettings | null {
  const {
    OPENAI_API_KEY: apiKey = null,
    OPENAI_BASE_URL: baseUrl = null,
    OPENAI_MODEL: model,
    OPENAI_EMBEDDING_MODEL: embeddingModel = null,
    OPENAI_API: api,
  } = settings;
  return apiKey === null && baseUrl === null ? null : { apiKey, baseUrl, model, embeddingModel, api };
}
