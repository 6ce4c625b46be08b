// The real app in a playground workspace, as `npm start` has it, and a person who clicks.
import { type Playground, startPlayground } from '../../playground/server/playground.ts';
import { type PersonAtWork, personIn } from './person.ts';
import { type MeasuredProcess, startApp } from './processes.ts';
import { startBenchRedis } from './redis.ts';

/** A house in which a person clicks. */
export type PlaygroundHouse = PersonAtWork & {
  readonly playground: Playground;
  readonly app: MeasuredProcess;
  readonly redisUrl: string;
  close(): Promise<void>;
};

/** Starts the house, with Slack's own limits in force. */
export async function startPlaygroundHouse(): Promise<PlaygroundHouse> {
  const redis = await startBenchRedis();
  const playground = await startPlayground();
  const app = await startApp({
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_APP_TOKEN: playground.appToken,
    SLACK_API_URL: playground.apiUrl,
    REDIS_URL: redis.url,
  });
  return {
    playground,
    app,
    redisUrl: redis.url,
    ...personIn(playground),
    async close() {
      await app.end();
      await playground.close();
      await redis.close();
    },
  };
}
