// Which changes of answers would change the style: flips, and robustness against what is still unknown (scoring.md §5).
import type { Sheet } from '../answers.ts';
import { optionIds, type QuestionId, questionIds, unknownOption } from '../framework.ts';
import { byImportance, importanceOf } from './importance.ts';
import type { AnswerChange, Flip, Robustness, Style } from './verdict.ts';

/** Tells the style of a sheet. A choice of `part` for 5c stands for a named part. */
export type StyleOf = (sheet: Sheet) => Style;

/** All flips of one size, the ones most worth showing first. */
export type Flips = { readonly flips: readonly Flip[]; readonly flipQuestions: readonly QuestionId[] };

/** With more open questions than this, completions are not enumerated (scoring.md §5). */
const MAX_ENUMERATED = 4;

type Draft = Record<QuestionId, string | null>;

/** Every other answer to a question, don't know included. */
function alternatives(question: QuestionId, sheet: Sheet): readonly (string | null)[] {
  return [...optionIds[question], null].filter((choice) => choice !== sheet[question]);
}

function changeTo(question: QuestionId, choice: string | null): AnswerChange {
  return { question, to: choice ?? unknownOption };
}

function singleFlips(sheet: Sheet, styleOf: StyleOf): readonly Flip[] {
  const now = styleOf(sheet);
  const draft: Draft = { ...sheet };
  const found: Flip[] = [];
  for (const question of questionIds) {
    for (const choice of alternatives(question, sheet)) {
      draft[question] = choice;
      const style = styleOf(draft);
      if (style !== now) found.push({ changes: [changeTo(question, choice)], style });
    }
    draft[question] = sheet[question];
  }
  return found;
}

function pairFlips(sheet: Sheet, styleOf: StyleOf): readonly Flip[] {
  const now = styleOf(sheet);
  const draft: Draft = { ...sheet };
  const found: Flip[] = [];
  const choices = questionIds.map((question) => ({ question, others: alternatives(question, sheet) }));
  for (const [index, first] of choices.entries()) {
    const later = choices.slice(index + 1);
    for (const firstChoice of first.others) {
      draft[first.question] = firstChoice;
      for (const second of later) {
        for (const secondChoice of second.others) {
          draft[second.question] = secondChoice;
          const style = styleOf(draft);
          if (style !== now) {
            const changes = [changeTo(first.question, firstChoice), changeTo(second.question, secondChoice)];
            found.push({ changes, style });
          }
        }
        draft[second.question] = sheet[second.question];
      }
    }
    draft[first.question] = sheet[first.question];
  }
  return found;
}

/**
 * Orders flips for reading: real options before don't know, one flip a question before a second of the same, changed
 * answers before open questions, then by importance.
 */
function forReading(flips: readonly Flip[], sheet: Sheet): readonly Flip[] {
  const seen = new Map<string, number>();
  const ranked = flips.map((flip) => {
    const intoUnknown = flip.changes.filter((change) => change.to === unknownOption).length;
    const key = [intoUnknown, ...flip.changes.map((change) => change.question)].join(' ');
    const repetition = seen.get(key) ?? 0;
    seen.set(key, repetition + 1);
    const open = flip.changes.filter((change) => sheet[change.question] === null).length;
    const importance = flip.changes.map((change) => importanceOf(change.question)).sort((a, b) => a - b);
    return { flip, rank: [intoUnknown, repetition, open, ...importance] };
  });
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ flip }) => flip);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** All single changes that change the style or, where no single one does, all pairs (scoring.md §5). */
export function findFlips(sheet: Sheet, styleOf: StyleOf): Flips {
  const singles = singleFlips(sheet, styleOf);
  if (singles.length === 0) return { flips: forReading(pairFlips(sheet, styleOf), sheet), flipQuestions: [] };
  const changed = new Set(singles.flatMap((flip) => flip.changes.map((change) => change.question)));
  return { flips: forReading(singles, sheet), flipQuestions: questionIds.filter((question) => changed.has(question)) };
}

/** Whether the style stays whatever the answers to the open questions turn out to be. */
export function robustness(sheet: Sheet, open: readonly QuestionId[], styleOf: StyleOf): Robustness {
  if (open.length === 0) return 'nothing-unknown';
  if (open.length > MAX_ENUMERATED) return 'not-enumerated';
  const now = styleOf(sheet);
  const draft: Draft = { ...sheet };
  const stays = (position: number): boolean => {
    const question = open[position];
    if (question === undefined) return styleOf(draft) === now;
    return optionIds[question].every((choice) => {
      draft[question] = choice;
      return stays(position + 1);
    });
  };
  return stays(0) ? 'yes' : 'no';
}

/**
 * The open question whose possible answers lead to the most different styles; null when no answer to one changes the
 * style. Ties go by importance (scoring.md §4).
 */
export function nextQuestion(sheet: Sheet, open: readonly QuestionId[], styleOf: StyleOf): QuestionId | null {
  const now = styleOf(sheet);
  const draft: Draft = { ...sheet };
  let best: QuestionId | null = null;
  let most = 0;
  for (const question of byImportance(open)) {
    const reached = new Set<Style>();
    for (const choice of optionIds[question]) {
      draft[question] = choice;
      reached.add(styleOf(draft));
    }
    draft[question] = null;
    const changes = reached.size > 1 || !reached.has(now);
    if (changes && reached.size > most) {
      best = question;
      most = reached.size;
    }
  }
  return best;
}
