// Measures a library on labelled questions: hits, order, refusals and time (design.md §7).
import type { Library, Passage } from '../application/library.ts';
import { liesUnder } from '../knowledge/section-codes.ts';
import type { LabelledQuestion } from './questions-file.ts';

/** What happened to one question. */
export type QuestionResult = {
  readonly id: string;
  readonly expected: string;
  readonly answered: boolean;
  /** Why not, where it was not answered. */
  readonly reason: string | null;
  readonly passages: readonly { readonly id: string; readonly covers: readonly string[]; readonly right: boolean }[];
};

/** The figures; shares are 0 to 1, and null where the file has no question of that kind. */
export type Measures = {
  readonly n: number;
  readonly hit1: number | null;
  readonly hit5: number | null;
  readonly ndcg10: number | null;
  readonly abstentionRecall: number | null;
  readonly overRefusal: number | null;
  readonly msPerQueryP99: number;
  readonly questions: readonly QuestionResult[];
};

const depth = 10;

/** What a place is worth for nDCG; 0 for the first. */
function gain(place: number): number {
  return 1 / Math.log2(place + 2);
}

function isRight({ covers }: Pick<Passage, 'covers'>, topics: readonly string[]): boolean {
  return covers.some((code) => topics.some((topic) => liesUnder(code, topic)));
}

/** Against the best order possible: every right passage of the library first, ten at most. */
function ndcg(right: readonly boolean[], rightInAll: number): number {
  const sum = (places: readonly boolean[]) => places.reduce((total, one, at) => total + (one ? gain(at) : 0), 0);
  const best = sum(Array.from({ length: Math.min(depth, rightInAll) }, () => true));
  return best === 0 ? 0 : sum(right.slice(0, depth)) / best;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share(of: readonly QuestionResult[], where: (result: QuestionResult) => boolean): number | null {
  return mean(of.map((result) => (where(result) ? 1 : 0)));
}

function percentile99(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0;
}

/** How often each question is timed; the middle time counts, so that a pause of a busy machine does not. */
const rounds = 5;

function ask(library: Library, question: LabelledQuestion) {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    library.answerable(question, library.search(question));
    return performance.now() - start;
  });
  const found = library.search(question);
  const middle = times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  return { found, answer: library.answerable(question, found), ms: middle };
}

/** Puts every question to the library. The time is that of search and decision together, after a warm-up. */
export function measureSearch(library: Library, questions: readonly LabelledQuestion[]): Measures {
  for (const question of questions) library.search(question);
  const times: number[] = [];
  const orders: number[] = [];
  const results = questions.map((question): QuestionResult => {
    const { id, expected, topics } = question;
    const { found, answer, ms } = ask(library, question);
    times.push(ms);
    const passages = found.map(({ passage }) => ({
      id: passage.id,
      covers: passage.covers,
      right: isRight(passage, topics),
    }));
    const rightInAll = library.passages.filter((passage) => isRight(passage, topics)).length;
    if (expected === 'answer')
      orders.push(
        ndcg(
          passages.map(({ right }) => right),
          rightInAll,
        ),
      );
    return { id, expected, answered: answer.answerable, reason: answer.answerable ? null : answer.reason, passages };
  });
  const toAnswer = results.filter(({ expected }) => expected === 'answer');
  const toRefuse = results.filter(({ expected }) => expected !== 'answer');
  return {
    n: results.length,
    hit1: share(toAnswer, ({ passages }) => passages[0]?.right === true),
    hit5: share(toAnswer, ({ passages }) => passages.slice(0, 5).some(({ right }) => right)),
    ndcg10: mean(orders),
    abstentionRecall: share(toRefuse, ({ answered }) => !answered),
    overRefusal: share(toAnswer, ({ answered }) => !answered),
    msPerQueryP99: percentile99(times),
    questions: results,
  };
}
