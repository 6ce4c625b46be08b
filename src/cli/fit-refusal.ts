// The command `node src/cli/fit-refusal.ts FILE...`: learns the weights for knowledge/search/refusal.yaml, and
// says how well they do on questions they were not learned from.
import { type OpenLibrary, openLibrary } from '../knowledge/library.ts';
import { fitRefusal, type Labelled } from '../knowledge/search/fit-refusal.ts';
import { probabilityOf, signsOf } from '../knowledge/search/refusal.ts';
import { readQuestionsFile } from './questions-file.ts';

const folds = 10;
const thresholds = [0.4, 0.5, 0.6, 0.7];

type Scored = { readonly answer: boolean; readonly probability: number };

/** Every question's probability under weights learned from the other nine tenths. */
function crossValidate(questions: readonly Labelled[]): readonly Scored[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fitRefusal(questions.filter((_, at) => at % folds !== fold));
    const held = questions.filter((_, at) => at % folds === fold);
    return held.map(({ signs, answer }) => ({ answer, probability: probabilityOf(signs, weights) }));
  });
}

function refusedShare(scored: readonly Scored[], answer: boolean, threshold: number): number {
  const these = scored.filter((one) => one.answer === answer);
  return these.filter(({ probability }) => probability < threshold).length / these.length;
}

function labelledIn(library: OpenLibrary, file: string): readonly Labelled[] {
  const read = readQuestionsFile(file);
  if (!read.ok) throw new Error(`${file}: ${read.reason}`);
  return read.questions.map((question): Labelled => {
    const signs = signsOf(library.evidence.evidenceOf(question.text), library.search(question));
    return { signs, answer: question.expected === 'answer' };
  });
}

function main(files: readonly string[]): number {
  if (files.length === 0) {
    console.error('Usage: node src/cli/fit-refusal.ts FILE...');
    return 2;
  }
  const library = openLibrary();
  const labelled = files.flatMap((file) => labelledIn(library, file));
  const scored = crossValidate(labelled);
  const crossValidated = thresholds.map((threshold) => ({
    threshold,
    abstentionRecall: refusedShare(scored, false, threshold),
    overRefusal: refusedShare(scored, true, threshold),
  }));
  console.log(JSON.stringify({ weights: fitRefusal(labelled), crossValidated }));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
