// What the answering procedure works with in tests: the real knowledge base, and small stand-ins for what is kept elsewhere.
import {
  type AnswerBudget,
  type BudgetLimits,
  budgetScopes,
  windowsAt,
} from '../../../src/application/advice/answer-budget.ts';
import { createAnswerCache } from '../../../src/application/advice/answer-cache.ts';
import type { AnswerParts } from '../../../src/application/advice/answer-question.ts';
import type { Asked } from '../../../src/application/advice/asked.ts';
import { countGaps, type Gaps, gapOf, type Unanswered } from '../../../src/application/advice/gaps.ts';
import type { Advisor } from '../../../src/application/advisor.ts';
import type { Log } from '../../../src/application/log.ts';
import { openLibrary } from '../../../src/knowledge/library.ts';

/** The real knowledge base. */
export const library = openLibrary();

/** A log that remembers what was said to it. */
export function rememberingLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (message: string, fields?: object): void => {
    lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}

/** The budget within one process: held to the same contract as the one in Redis. */
export function createLocalBudget(limits: BudgetLimits): AnswerBudget {
  const counts = new Map<string, number>();
  return {
    async take({ team, person, thread }, now) {
      const who = { thread, person, workspace: team };
      const counters = budgetScopes.flatMap((scope) =>
        windowsAt(now).map(({ span, number, ends }) => ({
          scope,
          key: JSON.stringify([team, scope, who[scope], span, number]),
          limit: limits[scope][span],
          wait: ends - now,
        })),
      );
      const full = counters.find(({ key, limit }) => (counts.get(key) ?? 0) >= limit);
      if (full !== undefined) return { ok: false, scope: full.scope, wait: full.wait };
      for (const { key } of counters) counts.set(key, (counts.get(key) ?? 0) + 1);
      return { ok: true };
    },
  };
}

const DAY_MS = 86_400_000;

/** The gaps within one process: held to the same contract as those in Redis. */
export function createLocalGaps(days: number): Gaps {
  const kept = new Map<string, Unanswered>();
  const nameOf = (team: string, message: string) => `${team} ${message}`;
  return {
    async keep(team, unanswered) {
      kept.set(nameOf(team, unanswered.message), unanswered);
    },
    async forget(team, message) {
      kept.delete(nameOf(team, message));
    },
    async list(team, now) {
      const ours = [...kept].filter(([name, { at }]) => name.startsWith(`${team} `) && at >= now - days * DAY_MS);
      return countGaps(ours.map(([, unanswered]) => gapOf(unanswered)));
    },
  };
}

const plenty = { minute: 1_000, day: 1_000 };

/** Parts of the procedure, with what a test says otherwise. */
export function answerParts(advisor: Advisor | null, other: Partial<AnswerParts> = {}): AnswerParts {
  return {
    library,
    find: library.search,
    advisor,
    budget: createLocalBudget({ thread: plenty, person: plenty, workspace: plenty }),
    cache: createAnswerCache(100),
    log: rememberingLog(),
    now: () => Date.UTC(2026, 10, 23, 9),
    ...other,
  };
}

/** A question in a public channel, outside of any decision. */
export function ask(question: string, other: Partial<Asked> = {}): Asked {
  return {
    asker: { team: 'T1', person: 'U1', thread: 'C1:1.0' },
    purpose: 'answer',
    question,
    conversation: [],
    decision: null,
    ...other,
  };
}
