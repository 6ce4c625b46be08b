// How long a search over the knowledge base takes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openLibrary } from '../../src/knowledge/library.ts';
import { line, type Measurement } from '../row.ts';
import { quantile } from '../statistics.ts';

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
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const question of questions) {
        const began = performance.now();
        library.answerable(question, library.search(question));
        if (round > 0) times.push(performance.now() - began);
      }
    return [
      line(ROW, {
        measured: quantile(times, 0.99),
        unit: 'ms',
        budget: { of: 'measured', is: 'below', limit: 5 },
        how: `99th percentile of ${times.length} searches with the choice whether to answer: ${questions.length} questions of the development set over ${library.passages.length} passages, ${ROUNDS} rounds after one to warm up; median ${quantile(times, 0.5).toFixed(2)} ms`,
      }),
    ];
  },
};
