// Builds what answers in words are made with: the advisor where one is configured, and the procedure over the library.
import { loadPrompts } from './advisor/load-prompts.ts';
import { openAdvisor } from './advisor/open-advisor.ts';
import { type Asker, defaultBudget } from './application/advice/answer-budget.ts';
import { createAnswerCache } from './application/advice/answer-cache.ts';
import { type AnswerQuestion, createAnswerQuestion } from './application/advice/answer-question.ts';
import type { Cues } from './application/advice/cues.ts';
import { createProposeAnswer, type ProposeAnswer } from './application/advice/propose-answer.ts';
import { unlessStoreFails } from './application/advice/unless-store-fails.ts';
import { createProposeSteps, type ProposeSteps } from './application/drawings/propose-steps.ts';
import type { Library } from './application/library.ts';
import type { Log } from './application/log.ts';
import { buildSearch } from './build-search.ts';
import type { ModelSettings } from './config.ts';
import { loadCues } from './knowledge/load-cues.ts';
import { createAnswerBudget } from './redis/answer-budget.ts';
import type { RedisConnection } from './redis/connection.ts';

/** Answers remembered by one process. */
const ANSWERS = 500;

/** What replies in words are made with. */
export type Advice = {
  readonly answerQuestion: AnswerQuestion;
  readonly cues: Cues;
  readonly proposeAnswer: ProposeAnswer;
  /** Whether the knowledge base answers a question, decided offline. */
  readonly isAnswerable: (question: string) => boolean;
  /** Null where no model is configured. */
  readonly proposeSteps: ProposeSteps | null;
};

/** Builds what answers questions and proposes answers. Throws when a prompt or a cue is broken, naming file and line. */
export function buildAdvice(parts: {
  readonly redis: RedisConnection;
  readonly library: Library;
  readonly model: ModelSettings | null;
  readonly log: Log;
  readonly now: () => number;
}): Advice {
  const { redis, library, model, log, now } = parts;
  const prompts = loadPrompts();
  const advisor = model === null ? null : openAdvisor(model, prompts);
  const budget = createAnswerBudget(redis, defaultBudget);
  const cues = loadCues();
  const mayAsk = async (asker: Asker) => (await unlessStoreFails(budget.take(asker, now()), log))?.ok === true;
  const answerQuestion = createAnswerQuestion({
    library,
    find: buildSearch({ library, model, log }),
    advisor,
    budget,
    cache: createAnswerCache(ANSWERS),
    log,
    now,
  });
  const isAnswerable = (text: string) => {
    const question = { text, context: null };
    return library.answerable(question, library.search(question)).answerable;
  };
  const proposeSteps = advisor === null ? null : createProposeSteps({ advisor, mayAsk });
  const proposeAnswer = createProposeAnswer({ cues, advisor, mayAsk });
  return { answerQuestion, cues, isAnswerable, proposeAnswer, proposeSteps };
}
