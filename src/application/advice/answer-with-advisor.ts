// Lets the advisor write an answer, and lets nothing through that was not checked.
import type { Advisor, AdvisorRequest, AdvisorResult } from '../advisor.ts';
import type { Fallback } from './answer.ts';
import type { Asked } from './asked.ts';
import { type ClaimContext, checkClaim } from './check-claim.ts';
import type { Draft } from './draft-answer.ts';
import { redact } from './redact.ts';

/** Passages the advisor sees, the best ones found. */
const MOST_PASSAGES = 6;

/** What the advisor's answer is made from. */
export type AdvisorAnswer = {
  readonly advisor: Advisor;
  readonly asked: Asked;
  readonly draft: Draft;
  readonly deadlineMs: number;
};

/**
 * Adds every claim that stands to the draft. Answers null when the advisor came to its end, else why it did not; what
 * was added before stays good. Claims that come after the deadline are not looked at.
 */
export async function answerWithAdvisor({
  advisor,
  asked,
  draft,
  deadlineMs,
}: AdvisorAnswer): Promise<Fallback | null> {
  const request = requestFor(asked, draft);
  const context = contextFor(request);
  const deadline = AbortSignal.timeout(deadlineMs);
  const late = new Promise<AdvisorResult>((resolve) => {
    deadline.addEventListener('abort', () => resolve({ outcome: 'unavailable', reason: 'timeout' }));
  });
  let open = true;
  const explained = advisor.explain(request, {
    signal: deadline,
    onClaim(raw) {
      if (!open) return;
      const checked = checkClaim(raw, context);
      if (checked.ok) draft.add(checked.claim);
      else draft.drop(checked.reason);
    },
  });
  const result = await Promise.race([explained, late]);
  open = false;
  switch (result.outcome) {
    case 'done':
      draft.drop('misshapen', result.misshapen);
      return null;
    case 'refused':
    case 'malformed':
      return result.outcome;
    case 'unavailable':
      return result.reason;
    default:
      return result satisfies never;
  }
}

function requestFor({ purpose, question, conversation, decision }: Asked, { found }: Draft): AdvisorRequest {
  const roles = decision?.roles;
  return {
    purpose,
    question: redact(question, roles),
    passages: found.slice(0, MOST_PASSAGES).map(({ passage }) => passage),
    answers: decision?.answers ?? [],
    verdict: decision?.verdict ?? null,
    conversation: conversation.map(({ from, text }) => ({ from, words: redact(text, roles) })),
  };
}

function contextFor({ passages, question, answers, verdict }: AdvisorRequest): ClaimContext {
  return {
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    question,
    team: answers.map(({ says }) => says),
    notes: answers.flatMap(({ notes, part }) => (part === null ? notes : [...notes, part])),
    part: answers.find(({ part }) => part !== null)?.part ?? verdict?.part ?? null,
    verdict,
  };
}
