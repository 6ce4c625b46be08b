// The command `node src/cli/fit-refusal.ts FILE...`: learns the weights for knowledge/search/refusal.yaml from
// labelled questions and from the phrases of the search data, and says how well they do on what they were not learned
// from: five folds, with the mean and the spread.
import type { LibraryQuestion } from '../application/library.ts';
import { buildLibrary, type OpenLibrary, openLibrary } from '../knowledge/library.ts';
import { loadPassages } from '../knowledge/load-passages.ts';
import { fitRefusal, type Labelled } from '../knowledge/search/fit-refusal.ts';
import { mixedExamples } from '../knowledge/search/mixed-examples.ts';
import { probabilityOf, type Signs, signsOf } from '../knowledge/search/refusal.ts';
import { loadSearchData } from '../knowledge/search/search-data.ts';
import { readQuestionsFile } from './questions-file.ts';

const folds = 5;
const thresholds = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

type Scored = { readonly answer: boolean; readonly probability: number; readonly fold: number };

const signsIn = (library: OpenLibrary, question: LibraryQuestion): Signs =>
  signsOf(question, library.evidence().evidenceOf(question.text), library.search(question));

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
    const label = (text: string, answer: boolean) => ({ signs: signsIn(library, { text, context: null }), answer });
    const judge = (texts: readonly string[], answer: boolean) =>
      texts.filter(only(fold)).map((text) => label(text, answer));
    const mixed = mixedExamples({
      situations: Object.fromEntries(
        Object.entries(data.situations).map(([code, texts]) => [code, texts.filter(only(fold))]),
      ),
      notOurs: new Map([...data.notOurs].map(([reason, texts]) => [reason, texts.filter(only(fold))])),
      mixing: data.mixing,
    });
    return [
      ...Object.values(data.situations).flatMap((texts) => judge(texts, true)),
      ...[...data.notOurs.values()].flatMap((texts) => judge(texts, false)),
      ...mixed.ours.map((text) => label(text, true)),
      ...mixed.notOurs.map((text) => label(text, false)),
    ];
  });
}

/** Every question's probability under weights learned from the other four fifths. */
function crossValidate(questions: readonly Labelled[], others: readonly Labelled[]): readonly Scored[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fitRefusal([...others, ...questions.filter((_, at) => at % folds !== fold)]);
    const held = questions.filter((_, at) => at % folds === fold);
    return held.map(({ signs, answer }) => ({ answer, fold, probability: probabilityOf(signs, weights) }));
  });
}

/** The share refused in each fold: the mean, the least and the most. */
function refusedShare(scored: readonly Scored[], answer: boolean, threshold: number): readonly number[] {
  const shares = Array.from({ length: folds }, (_, fold) => {
    const these = scored.filter((one) => one.answer === answer && one.fold === fold);
    return these.filter(({ probability }) => probability < threshold).length / Math.max(1, these.length);
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / folds;
  return [mean, Math.min(...shares), Math.max(...shares)].map((share) => Math.round(share * 1000) / 1000);
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
