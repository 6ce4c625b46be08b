// `npm run gaps`: lists the questions that got no answer, the most frequent first.
import type { Gaps } from '../application/advice/gaps.ts';
import { connect, openCommandConnection } from '../redis/connection.ts';
import { createGaps } from '../redis/gaps.ts';
import { TEAMS_KEY } from '../redis/keys.ts';

const usage = 'gaps: say where Redis is, with REDIS_URL or: npm run gaps -- redis://localhost:6379';
/** Long enough to read what is kept, whatever the setting: nothing is forgotten by being listed. */
const DAYS = 3_650;
/** An address of Redis, or the path of its socket. */
const redisPlace = /^(?:rediss?:\/\/|\/)./;

/** One line a gap, whatever lines the question had. */
async function print(team: string, gaps: Gaps): Promise<void> {
  console.log(`workspace ${team}`);
  for (const { count, last, reason, question } of await gaps.list(team, Date.now())) {
    const day = new Date(last).toISOString().slice(0, 10);
    const words = question?.replace(/[\s\p{Cc}]+/gu, ' ') ?? '(private channels)';
    console.log(`${String(count).padStart(6)}  ${day}  ${reason.padEnd(14)}  ${words}`);
  }
}

/** Exit code: 0 listed, 2 no address of Redis, 1 Redis cannot be reached or does not answer. */
async function main([place = process.env.REDIS_URL ?? '', ...rest]: readonly string[]): Promise<number> {
  if (!redisPlace.test(place) || rest.length > 0) {
    console.error(usage);
    return 2;
  }
  const redis = openCommandConnection(place);
  try {
    await connect(redis);
    const gaps = createGaps(redis, { days: DAYS });
    const teams = await redis.smembers(TEAMS_KEY);
    for (const team of teams.toSorted()) await print(team, gaps);
    return 0;
  } catch (error) {
    console.error(
      `gaps: they could not be listed from Redis: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  } finally {
    redis.disconnect();
  }
}

process.exitCode = await main(process.argv.slice(2));
