// Reaches what Downbeat stands on, Slack and Redis, or says which setting leads nowhere.
import type { WebClient } from '@slack/web-api';
import type { Redis } from 'ioredis';
import type { Log } from './application/log.ts';
import type { Config } from './config.ts';
import { connect, openCommandConnection, openProducerConnection, openWorkerConnection } from './redis/connection.ts';
import { serverConcerns } from './redis/server-concerns.ts';
import { callProblem } from './slack/api-errors.ts';
import { createClient } from './slack/clients.ts';
import { identify, type Workspace } from './slack/workspace.ts';
import { starting } from './start-error.ts';

/** What was reached. */
export type Connections = {
  readonly client: WebClient;
  readonly workspace: Workspace;
  /** For what a person waits for. */
  readonly commands: Redis;
  /** For putting jobs on queues. */
  readonly producer: Redis;
  readonly workers: Redis;
  /** Ends all connections to Redis at once. */
  disconnect(): void;
};

/** Connects, and warns of a Redis that may lose what is recorded. Throws a StartError naming the setting that leads nowhere. */
export async function buildConnections({ slack, redisUrl }: Config, log: Log): Promise<Connections> {
  const client = createClient({ botToken: slack.botToken, apiUrl: slack.apiUrl, log });
  const watched = (redis: Redis): Redis => redis.on('error', (error) => log.warn('redis connection', {}, error));
  const commands = watched(openCommandConnection(redisUrl));
  const [workspace] = await Promise.all([
    starting(
      () => identify(client),
      (error) => callProblem(error, 'SLACK_BOT_TOKEN'),
    ),
    starting(
      () => connect(commands),
      (error) =>
        `REDIS_URL: Redis cannot be reached there (${error instanceof Error ? error.message : 'no reason given'})`,
    ),
  ]);
  const producer = watched(openProducerConnection(redisUrl));
  const workers = watched(openWorkerConnection(redisUrl));
  const [concerns] = await Promise.all([serverConcerns(commands), connect(producer)]);
  for (const concern of concerns) log.warn(concern);
  return {
    client,
    workspace,
    commands,
    producer,
    workers,
    disconnect() {
      for (const connection of [producer, workers, commands]) connection.disconnect();
    },
  };
}
