// Counts the answers a model writes in Redis, so that all processes share one budget.
import { z } from 'zod';
import {
  type AnswerBudget,
  type Asker,
  type BudgetLimits,
  type BudgetScope,
  budgetScopes,
  windowsAt,
} from '../application/advice/answer-budget.ts';
import type { RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';

/**
 * KEYS: one counter a scope and window. ARGV: for each its limit and how long it is kept (ms). Takes one from all or
 * none; answers 0, or the place of the first counter that is full.
 */
const TAKE_SCRIPT = `
for i, key in ipairs(KEYS) do
  if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[i * 2 - 1]) then return i end
end
for i, key in ipairs(KEYS) do
  redis.call('INCR', key)
  redis.call('PEXPIRE', key, ARGV[i * 2])
end
return 0
`;

/** The budget on a Redis connection. */
export function createAnswerBudget(redis: RedisConnection, limits: BudgetLimits): AnswerBudget {
  const runTake = createScript(redis, TAKE_SCRIPT);
  return {
    async take(asker, now) {
      const counters = budgetScopes.flatMap((scope) =>
        windowsAt(now).map(({ span, number, ends }) => ({
          scope,
          key: keys.answerBudget(asker.team, `${scope}:${whoOf(scope, asker)}:${span}:${number}`),
          limit: limits[scope][span],
          wait: ends - now,
        })),
      );
      const full = z.int().parse(
        await runTake(
          counters.map(({ key }) => key),
          counters.flatMap(({ limit, wait }) => [limit, wait]),
        ),
      );
      const counter = counters[full - 1];
      return counter === undefined ? { ok: true } : { ok: false, scope: counter.scope, wait: counter.wait };
    },
  };
}

function whoOf(scope: BudgetScope, { person, thread, team }: Asker): string {
  switch (scope) {
    case 'thread':
      return thread;
    case 'person':
      return person;
    case 'workspace':
      return team;
    default:
      return scope satisfies never;
  }
}
