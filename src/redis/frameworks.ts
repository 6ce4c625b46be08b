// Keeps the contents of frameworks under their version, so that an old decision can always be recomputed.
import { type Frameworks, UnknownFrameworkError } from '../application/frameworks.ts';
import { type Framework, frameworkSchema } from '../domain/framework.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';

/** The frameworks on a Redis connection; `current` is the one loaded at start. */
export function createFrameworks(redis: RedisConnection, current: Framework): Frameworks {
  const known = new Map<string, Framework>([[current.version, current]]);
  return {
    current,
    async of(team, version) {
      const remembered = known.get(version);
      if (remembered !== undefined) return remembered;
      const stored = await ask(redis, () => redis.get(keys.framework(team, version)));
      if (stored === null) throw new UnknownFrameworkError(version);
      const framework = frameworkSchema.parse(JSON.parse(stored));
      known.set(version, framework);
      return framework;
    },
    async keepCurrent(team) {
      await ask(redis, () => redis.set(keys.framework(team, current.version), JSON.stringify(current), 'NX'));
    },
  };
}
