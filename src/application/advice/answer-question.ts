// The procedure behind every answer: find passages, ask the advisor where there is one, show only what was checked.
import type { Advisor } from '../advisor.ts';
import type { Found, Library, LibraryQuestion } from '../library.ts';
import type { Log } from '../log.ts';
import type { Answer } from './answer.ts';
import type { AnswerBudget } from './answer-budget.ts';
import type { AnswerCache, AnswerKey } from './answer-cache.ts';
import { answerFromPassages, withoutYesAndNo } from './answer-from-passages.ts';
import { answerWithAdvisor } from './answer-with-advisor.ts';
import type { Asked, OnClaim } from './asked.ts';
import { createDraft, type Draft } from './draft-answer.ts';
import { redact } from './redact.ts';
import { unlessStoreFails } from './unless-store-fails.ts';

/** Nobody waits longer than this for the last word, in milliseconds (issue 4). */
const ANSWER_DEADLINE_MS = 20_000;

/** Answers a question. Whatever a provider or the store of budgets does, it answers, and within the deadline. */
export type AnswerQuestion = (asked: Asked, onClaim: OnClaim) => Promise<Answer>;

/** What the procedure works with. */
export type AnswerParts = {
  readonly library: Library;
  /** Finds passages: the library's own search, or one that asks an embeddings endpoint too. */
  readonly find: (question: LibraryQuestion) => readonly Found[] | Promise<readonly Found[]>;
  /** Null where no model is configured. */
  readonly advisor: Advisor | null;
  readonly budget: AnswerBudget;
  readonly cache: AnswerCache;
  readonly log: Log;
  readonly now: () => number;
  /** 20 s unless somebody says otherwise. */
  readonly deadlineMs?: number;
};

/** Builds the procedure. */
export function createAnswerQuestion(parts: AnswerParts): AnswerQuestion {
  const { library, find, advisor, cache, log, now, deadlineMs = ANSWER_DEADLINE_MS } = parts;

  return async function answerQuestion(asked, onClaim) {
    const key = keyOf(asked, library, advisor);
    const known = cache.get(key);
    if (known !== null) return again(known, onClaim);

    const question = libraryQuestion(asked);
    const found = await find(question);
    const draft = createDraft({ library, advisor, found, onClaim });
    // Questions about the verdict and the framework are put by Downbeat itself: only what people ask may be off topic.
    const judged = asked.purpose === 'answer' ? library.answerable(question, found) : null;
    const answer =
      judged?.answerable === false || found.length === 0
        ? draft.none(judged?.answerable === false ? judged.reason : 'nothing-found')
        : await written(asked, draft);
    if (answer.by === 'model' && answer.fallback === null) cache.keep(key, answer);
    const { by, fallback, noAnswer, claims } = answer;
    const dropped = Object.values(answer.dropped).reduce((sum, count) => sum + count, 0);
    log.info('answered', { by, fallback, noAnswer, claims: claims.length, dropped, purpose: asked.purpose });
    return answer;
  };

  async function written(asked: Asked, draft: Draft): Promise<Answer> {
    if (advisor === null) return fromPassages(asked, draft, 'not-configured');
    const taken = await unlessStoreFails(parts.budget.take(asked.asker, now()), log);
    if (taken === null || !taken.ok) return fromPassages(asked, draft, 'budget');
    const ending = await answerWithAdvisor({ advisor, asked, draft, deadlineMs });
    if (draft.size() > 0) return draft.finish('model', ending);
    return ending === null ? draft.none('nothing-stood') : fromPassages(asked, draft, ending);
  }
}

function fromPassages(asked: Asked, draft: Draft, fallback: Answer['fallback']): Answer {
  const found = asked.purpose === 'answer' ? draft.found : withoutYesAndNo(draft.found);
  for (const claim of answerFromPassages(found, asked.question)) draft.add(claim);
  return draft.size() > 0 ? draft.finish('passages', fallback) : draft.none('nothing-found');
}

/** The same answer once more. */
function again(answer: Answer, onClaim: OnClaim): Answer {
  for (const claim of answer.claims) onClaim(claim, answer.sources);
  return answer;
}

/** A follow-up is understood from what Downbeat said last. Redacted: an embeddings endpoint may see it. */
function libraryQuestion({ question, conversation, decision }: Asked): LibraryQuestion {
  const last = conversation.findLast(({ from }) => from === 'downbeat')?.text;
  return {
    text: redact(question, decision?.roles),
    context: last === undefined ? null : redact(last, decision?.roles),
  };
}

function keyOf(asked: Asked, library: Library, advisor: Advisor | null): AnswerKey {
  const { asker, purpose, question, conversation, decision } = asked;
  return {
    team: asker.team,
    purpose,
    question,
    conversation: conversation.map(({ from, text }) => `${from}: ${text}`),
    decision: decision === null ? null : { id: decision.id, version: decision.version },
    knowledge: library.version,
    advisor: advisor?.version ?? null,
  };
}
