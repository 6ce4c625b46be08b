// The command `node src/cli/fit-refusal.ts FILE...`: learns the weights for knowledge/search/refusal.yaml from
// labelled questions and from the phrases of the search data, and says how well they do on what they were not learned from.
import type { LibraryQuestion } from '../application/library.ts';
import { buildLibrary, type OpenLibrary, openLibrary } from '../knowledge/library.ts';
import { loadPassages } from '../knowledge/load-passages.ts';
import { fitRefusal, type Labelled } from '../knowledge/search/fit-refusal.ts';
import { probabilityOf, type Signs, signsOf } from '../knowledge/search/refusal.ts';
import { loadSearchData } from '../knowledge/search/search-data.ts';
import { readQuestionsFile } from './questions-file.ts';

const folds = 4;
const thresholds = [0.4, 0.45, 0.5, 0.6];

type Scored = { readonly answer: boolean; readonly probability: number };

const signsIn = (library: OpenLibrary, question: LibraryQuestion): Signs =>
  signsOf(library.evidence.evidenceOf(question.text), library.search(question));

const without = (fold: number) => (_: string, at: number) => at % folds !== fold;
const only = (fold: number) => (_: string, at: number) => at % folds === fold;

/** The phrases of situations and of what is not ours, each judged by a library that has not seen it. */
function heldOut(): readonly Labelled[] {
  const passages = loadPassages();
  const data = loadSearchData();
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const situations = Object.entries(data.situations).map(([code, texts]) => [code, texts.filter(without(fold))]);
    const notOurs = new Map([...data.notOurs].map(([reason, texts]) => [reason, texts.filter(without(fold))]));
    const library = buildLibrary(passages, { ...data, situations: Object.fromEntries(situations), notOurs });
    const judge = (texts: readonly string[], answer: boolean) =>
      texts.filter(only(fold)).map((text) => ({ signs: signsIn(library, { text, context: null }), answer }));
    return [
      ...Object.values(data.situations).flatMap((texts) => judge(texts, true)),
      ...[...data.notOurs.values()].flatMap((texts) => judge(texts, false)),
    ];
  });
}

/** Every question's probability under weights learned from the other three quarters. */
function crossValidate(questions: readonly Labelled[], others: readonly Labelled[]): readonly Scored[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fitRefusal([...others, ...questions.filter((_, at) => at % folds !== fold)]);
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
    return { signs: signsIn(library, question), answer: question.expected === 'answer' };
  });
}

function main(files: readonly string[]): number {
  if (files.length === 0) {
    console.error('Usage: node src/cli/fit-refusal.ts FILE...');
    return 2;
  }
  const library = openLibrary();
  const phrases = heldOut();
  const questions = files.flatMap((file) => labelledIn(library, file));
  const report = (of: readonly Labelled[], others: readonly Labelled[]) => {
    const scored = crossValidate(of, others);
    return thresholds.map((threshold) => ({
      threshold,
      abstentionRecall: refusedShare(scored, false, threshold),
      overRefusal: refusedShare(scored, true, threshold),
    }));
  };
  const weights = fitRefusal([...phrases, ...questions]);
  console.log(JSON.stringify({ weights, questions: report(questions, phrases), phrases: report(phrases, questions) }));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
