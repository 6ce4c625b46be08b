// Explains why a question is asked, for the answers a decision has so far, to the one who wants to know.
import { type AskedId, findQuestion } from '../../domain/framework.ts';
import type { AnswerQuestion } from '../advice/answer-question.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { DescribeDecision } from './decision-in-thread.ts';
import type { Explanation, Explanations } from './explanations.ts';

/** Who wants to know what. `name` is what the explanation is kept under, to be shared later. */
export type WantedExplanation = {
  readonly address: DecisionAddress;
  readonly question: AskedId;
  readonly person: string;
  readonly name: string;
};

/** Explains; null where there is no such decision. */
export type ExplainQuestion = (wanted: WantedExplanation) => Promise<Explanation | null>;

/** What a shared explanation is kept as being about. */
export const aboutQuestion = (question: AskedId): string => `question ${question}`;

/** Builds the procedure. */
export function createExplainQuestion(parts: {
  readonly describeDecision: DescribeDecision;
  readonly answerQuestion: AnswerQuestion;
  readonly explanations: Explanations;
}): ExplainQuestion {
  return async function explainQuestion({ address, question, person, name }) {
    const described = await parts.describeDecision(address);
    const asked = described === null ? undefined : findQuestion(described.framework, question);
    if (described === null || asked === undefined) return null;
    const asker = { team: address.team, person, thread: `why:${address.decisionId}` };
    const { dropped: _dropped, ...explanation } = await parts.answerQuestion(
      {
        asker,
        purpose: 'why',
        question: `${asked.text} ${asked.why.text}`,
        conversation: [],
        decision: described.facts,
      },
      () => {},
    );
    await parts.explanations.keep(address.team, name, { about: aboutQuestion(question), explanation });
    return explanation;
  };
}
