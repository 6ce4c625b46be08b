// How long a search over the knowledge base takes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openLibrary } from '../../src/knowledge/library.ts';
import { line, type Measurement } from '../row.ts';
import { quantile, type Timing, timed } from '../statistics.ts';

const ROW = 'search';
const ROUNDS = 5;
const questionsFile = fileURLToPath(new URL('../../tests/eval/development.json', import.meta.url));
const questionsSchema = z.object({
  questions: z.array(z.object({ text: z.string(), context: z.string().nullable() })),
});

/** See the top of the file. */
export const search: Measurement = {
  rows: [ROW],
  async measure() {
    const library = openLibrary();
    const { questions } = questionsSchema.parse(JSON.parse(readFileSync(questionsFile, 'utf8')));
    const times: Timing[] = [];
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const question of questions) {
        const time = timed(() => library.answerable(question, library.search(question)));
        if (round > 0) times.push(time);
      }
    const clock = times.map((time) => time.clock);
    const processor = times.map((time) => time.processor);
    return [
      line(ROW, {
        measured: quantile(clock, 0.99),
        unit: 'ms',
        budget: { of: 'measured', is: 'below', limit: 5 },
        how: `99th percentile of ${times.length} searches with the choice whether to answer: ${questions.length} questions of the development set over ${library.passages.length} passages, ${ROUNDS} rounds after one to warm up; median ${quantile(clock, 0.5).toFixed(2)} ms; in processor time 99th percentile ${quantile(processor, 0.99).toFixed(2)} ms, median ${quantile(processor, 0.5).toFixed(2)} ms`,
      }),
    ];
  },
};
