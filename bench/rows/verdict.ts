// How long the verdict with its flips takes.
import type { Answers } from '../../src/domain/answers.ts';
import { optionIds, questionIds, unknownOption } from '../../src/domain/framework.ts';
import { computeVerdict } from '../../src/domain/verdict/compute-verdict.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { line, type Measurement } from '../row.ts';
import { quantile, type Timing, timed } from '../statistics.ts';

const ROW = 'verdict';
const SETS = 2_000;
const WARM_UP = 300;

/** See the top of the file. */
export const verdict: Measurement = {
  rows: [ROW],
  async measure() {
    const { framework } = loadFramework();
    const random = randomNumbers(20_261_123);
    for (let index = 0; index < WARM_UP; index += 1) computeVerdict(framework, randomAnswers(random));
    const times: Timing[] = [];
    for (let index = 0; index < SETS; index += 1) {
      const answers = randomAnswers(random);
      times.push(timed(() => computeVerdict(framework, answers)));
    }
    const clock = times.map((time) => time.clock);
    const processor = times.map((time) => time.processor);
    return [
      line(ROW, {
        measured: quantile(clock, 0.99),
        unit: 'ms',
        budget: { of: 'measured', is: 'below', limit: 5 },
        how: `99th percentile over ${SETS} random sets of answers, don't know among them, after ${WARM_UP} to warm up; median ${quantile(clock, 0.5).toFixed(3)} ms; in processor time ${quantile(processor, 0.99).toFixed(3)} ms`,
      }),
    ];
  },
};

function randomAnswers(random: () => number): Answers {
  const choices = questionIds.map((id) => {
    const options = [...optionIds[id], unknownOption];
    return [id, options[Math.floor(random() * options.length)] ?? unknownOption] as const;
  });
  return { choices: Object.fromEntries(choices), part: 'Payment' };
}

/** The same numbers from 0 to 1 in every run, so that runs can be compared (mulberry32, public domain). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
