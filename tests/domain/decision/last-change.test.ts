// The change a recommendation card names is the one that moved the verdict, not the newest answer.
import { expect, test } from 'vitest';
import type { DecisionEvent } from '../../../src/domain/decision/events.ts';
import { fold } from '../../../src/domain/decision/evolve.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';

const { framework } = loadFramework();
const verdictFor = (choices: Readonly<Record<string, string>>) => computeVerdict(framework, { choices, part: null });
const answered = (by: string, question: '1c' | '5c', option: string, actionTs: string): DecisionEvent => ({
  type: 'QuestionAnswered',
  at: 1,
  by,
  question,
  option,
  part: null,
  actionTs,
  round: 1,
});

test('an answer that leaves the verdict as it is does not take the credit for an earlier one', () => {
  const decision = fold([
    {
      type: 'DecisionStarted',
      at: 1,
      by: 'U1',
      decisionId: 'd1',
      title: 't',
      framing: null,
      owner: 'U1',
      invited: [],
      channel: 'C1',
      threadTs: null,
      framework: framework.version,
      origin: null,
    },
    { type: 'VerdictProposed', at: 1, by: null, verdict: verdictFor({ '2a': 'mixed' }), round: 1 },
    answered('Ben', '5c', 'whole', '2.1'),
    { type: 'VerdictProposed', at: 2, by: null, verdict: verdictFor({ '2a': 'command' }), round: 1 },
    answered('Carl', '1c', 'low', '3.1'),
  ]);
  expect(decision.status !== 'unstarted' && decision.lastChange).toMatchObject({ person: 'Ben', question: '5c' });
});
