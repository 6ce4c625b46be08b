// Runs the effect that has a verdict explained in words, once a verdict.
import { cardEffect } from '../../domain/decision/card-keys.ts';
import type { AnswerQuestion } from '../advice/answer-question.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import type { DecisionInThread, DescribeDecision } from './decision-in-thread.ts';
import { EXPLAIN_VERDICT, type VerdictInWordsParts, verdictName } from './verdict-in-words.ts';

/** What explaining works with. */
export type ExplainVerdictParts = VerdictInWordsParts & {
  readonly describeDecision: DescribeDecision;
  readonly answerQuestion: AnswerQuestion;
};

/** Runs the effect. Repeating it is harmless; what fails is tried again when the card is drawn again. */
export function createExplainVerdict(parts: ExplainVerdictParts): (address: DecisionAddress) => Promise<Ran> {
  return function explainVerdict(address) {
    return runOwed(parts.owed, { ...address, effect: EXPLAIN_VERDICT }, async () => {
      const described = await parts.describeDecision(address);
      if (described !== null && described.state.verdict !== null) await explain(parts, address, described);
      return { done: true };
    });
  };
}

async function explain(
  { answerQuestion, explanations, owed, nudger }: ExplainVerdictParts,
  address: DecisionAddress,
  described: DecisionInThread,
): Promise<void> {
  const { facts, state } = described;
  const about = JSON.stringify(state.verdict);
  if ((await explanations.get(address.team, verdictName(state.decisionId), about)) !== null) return;
  const { dropped: _dropped, ...explanation } = await answerQuestion(
    {
      asker: { team: address.team, person: state.owner, thread: `verdict:${address.decisionId}` },
      purpose: 'recommendation',
      question: questionOf(described),
      conversation: [],
      decision: facts,
    },
    () => {},
  );
  // The passages' own sentences add nothing to the reasons the card names already.
  if (explanation.by !== 'model') return;
  await explanations.keep(address.team, verdictName(state.decisionId), { about, explanation });
  const effect = cardEffect('recommendation');
  await owed.owe(address, effect);
  nudger.nudge(address, [effect]);
}

/** What passages are looked for by: the style, and the answers that weighed most. */
function questionOf({ facts, state: { verdict } }: DecisionInThread): string {
  const weighed = verdict?.reasons.flatMap(({ questions }) => questions) ?? [];
  const said = facts.answers.filter(({ question }) => weighed.some((one) => one === question)).map(({ says }) => says);
  return [`Why ${verdict?.style ?? 'no style'}?`, ...said].join(' ');
}
