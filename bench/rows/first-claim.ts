// From a question to the first checked claim, with a model of fixed speed.
import { answerFromPassages } from '../../src/application/advice/answer-from-passages.ts';
import { buildAdvice } from '../../src/build-advice.ts';
import { openLibrary } from '../../src/knowledge/library.ts';
import { createLog } from '../../src/log.ts';
import { startModelStub } from '../house/model-stub.ts';
import { startBenchRedis } from '../house/redis.ts';
import { line, type Measurement } from '../row.ts';
import { median } from '../statistics.ts';

const ROW = 'first-claim';
const QUESTION = 'Is compensation the same as a rollback?';
const ASKS = 9;
/** Nobody waits longer for a word than this (issue 4, Without a model). */
const PATIENCE_MS = 20_000;

/** See the top of the file. */
export const firstClaim: Measurement = {
  rows: [ROW],
  async measure() {
    const library = openLibrary();
    const [first, ...others] = answerFromPassages(library.search({ text: QUESTION, context: null }), QUESTION);
    if (first === undefined) throw new Error('the knowledge base has no answer to the question');
    const text = JSON.stringify({ claims: [first, ...others] });
    const mark = text.indexOf(JSON.stringify(first)) + JSON.stringify(first).length;
    const redis = await startBenchRedis();
    const model = await startModelStub(text, mark);
    try {
      const { answerQuestion } = buildAdvice({
        redis: redis.client,
        library,
        model: { apiKey: null, baseUrl: model.baseUrl, model: 'bench', embeddingModel: null, api: 'responses' },
        log: createLog('error'),
        now: Date.now,
      });
      const took: number[] = [];
      const modelTook: number[] = [];
      for (let ask = 0; ask < ASKS; ask += 1) {
        const askedAt = performance.now();
        let claimAt = Number.NaN;
        const answer = await answerQuestion(
          {
            // Another person each time, so that nobody's budget is spent; another conversation, so that nothing is remembered.
            asker: { team: 'T0BENCH0001', person: `U0BENCH${ask}`, thread: `C0BENCH0001:${ask}` },
            purpose: 'answer',
            question: QUESTION,
            conversation: [
              { id: `${ask}`, from: 'person', person: `U0BENCH${ask}`, text: `Good morning, ${ask} of us.` },
            ],
            decision: null,
          },
          () => {
            if (Number.isNaN(claimAt)) claimAt = performance.now();
          },
        );
        if (answer.by !== 'model') throw new Error(`the model was not asked: ${answer.fallback ?? answer.noAnswer}`);
        took.push(claimAt - askedAt);
        modelTook.push(model.saidMarkAt() - askedAt);
      }
      return [
        line(ROW, {
          measured: median(took),
          unit: 'ms',
          yardstick: median(modelTook),
          budget: { of: 'measured', is: 'below', limit: PATIENCE_MS },
          how: `median of ${ASKS} questions to a model that says its first piece after 400 ms and then 50 pieces of four characters a second; the first claim takes ${mark} characters; yardstick: when the model had said it`,
        }),
      ];
    } finally {
      model.close();
      await redis.close();
    }
  },
};
