// A server that speaks OpenAI's protocol for a test file, and what a model says through it.
import { type ChatCompletionRequest, type FixtureOpts, LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { RawClaim } from '../../src/application/advisor.ts';
import type { ModelSettings } from '../../src/config.ts';

/** The mock of a file. */
export type ModelServer = {
  readonly mock: LLMock;
  /** For the app; its deadline is short unless said otherwise, so that silence ends soon. */
  settings(): ModelSettings;
  /** From now on the model says this, whatever it is asked. */
  says(claims: readonly RawClaim[], how?: FixtureOpts): void;
  /** The same for an answer of any form. */
  saysText(content: string, how?: FixtureOpts): void;
  /** The answer is made from what was asked. */
  answersWith(answer: (prompt: string) => string): void;
};

const anything = { predicate: () => true };

/** Starts it before the tests of the file; what it says is forgotten after each. */
export function useModelServer({ deadlineMs = 1_500 }: { readonly deadlineMs?: number } = {}): ModelServer {
  const mock = new LLMock({ port: 0, chunkSize: 60, logLevel: 'silent' });
  beforeAll(() => mock.start());
  afterEach(() => {
    mock.reset();
  });
  afterAll(() => mock.stop());
  const saysText = (content: string, how: FixtureOpts = {}): void => {
    mock.reset();
    mock.on(anything, { content }, how);
  };
  return {
    mock,
    settings: () => ({
      apiKey: 'sk-test-secret-key-0123456789',
      baseUrl: `${mock.url}/v1`,
      model: 'm',
      embeddingModel: null,
      api: 'responses',
      deadlineMs,
    }),
    says: (claims, how) => saysText(JSON.stringify({ claims }), how),
    saysText,
    answersWith(answer) {
      mock.reset();
      mock.on(anything, (request) => ({ content: answer(promptOf(request)) }));
    },
  };
}

function promptOf({ messages }: ChatCompletionRequest): string {
  return messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))).join('\n');
}

/** Three claims that stand, for "is compensation just a rollback?". */
export const honest: readonly RawClaim[] = [
  claim(
    'Compensation is not a rollback: it is a new business action that makes up for an earlier one.',
    'compensation is a new business action that makes up for an earlier one',
  ),
  claim(
    'A compensating action can fail itself and then needs retries, monitoring and sometimes a person.',
    'A compensating action can also fail itself and then needs retries, monitoring and sometimes a person',
  ),
  claim(
    'The state afterwards may differ from the state before, as when a cancelled booking leaves a fee.',
    'The state afterwards may differ from the state before, as when a cancelled booking leaves a fee',
  ),
];

/** A claim about compensation, with the words it points at. */
export function claim(text: string, quote: string, passage = 'p3-compensation-is-not-rollback'): RawClaim {
  return { text, citations: [{ passage, quote }] };
}
