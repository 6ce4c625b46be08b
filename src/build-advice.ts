// Builds what answers in words are made with: the library, the advisor where one is configured, and the procedure.
import { createAdvisor } from './advisor/create-advisor.ts';
import { loadPrompts } from './advisor/load-prompts.ts';
import { withRest } from './advisor/resting-advisor.ts';
import { defaultBudget } from './application/advice/answer-budget.ts';
import { createAnswerCache } from './application/advice/answer-cache.ts';
import { type AnswerQuestion, createAnswerQuestion } from './application/advice/answer-question.ts';
import type { Log } from './application/log.ts';
import type { ModelSettings } from './config.ts';
import { openLibrary } from './knowledge/library.ts';
import { createAnswerBudget } from './redis/answer-budget.ts';
import type { RedisConnection } from './redis/connection.ts';
import { createGaps } from './redis/gaps.ts';

/** Answers remembered by one process. */
const ANSWERS = 500;

/** Builds the procedure that answers questions. Throws when a passage or a prompt is broken, naming file and line. */
export function buildAdvice(parts: {
  readonly redis: RedisConnection;
  readonly model: ModelSettings | null;
  readonly keepDays: number;
  readonly log: Log;
  readonly now: () => number;
}): AnswerQuestion {
  const { redis, model, keepDays, log, now } = parts;
  const prompts = loadPrompts();
  return createAnswerQuestion({
    library: openLibrary(),
    advisor: model === null ? null : withRest(createAdvisor(model, prompts)),
    budget: createAnswerBudget(redis, defaultBudget),
    cache: createAnswerCache(ANSWERS),
    gaps: createGaps(redis, { days: keepDays }),
    log,
    now,
  });
}
