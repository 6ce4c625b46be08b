// `npm run gaps`: lists the questions that got no answer, the most frequent first.

import { openCommandConnection } from '../redis/connection.ts';
import { createGaps } from '../redis/gaps.ts';
import { TEAMS_KEY } from '../redis/keys.ts';

/** Long enough to read what is kept, whatever the setting: nothing is forgotten by being listed. */
const DAYS = 3_650;

async function main(): Promise<void> {
  const url = process.argv[2] ?? process.env.REDIS_URL;
  if (url === undefined || url === '') {
    console.error('gaps: say where Redis is, with REDIS_URL or: npm run gaps -- redis://localhost:6379');
    process.exitCode = 2;
    return;
  }
  const redis = openCommandConnection(url);
  await redis.connect();
  try {
    const gaps = createGaps(redis, { days: DAYS });
    for (const team of await redis.smembers(TEAMS_KEY)) {
      console.log(`workspace ${team}`);
      for (const { count, last, reason, question } of await gaps.list(team, Date.now())) {
        const day = new Date(last).toISOString().slice(0, 10);
        console.log(`${String(count).padStart(6)}  ${day}  ${reason.padEnd(14)}  ${question ?? '(private channels)'}`);
      }
    }
  } finally {
    redis.disconnect();
  }
}

main().catch((error: unknown) => {
  console.error(`gaps: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
