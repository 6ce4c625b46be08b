// Rules, version 1: votes, R1 to R3, the hybrid test and the warnings, as scoring.md §3 has them. A change is a new file.
import type { Sheet } from '../answers.ts';
import type { QuestionId } from '../framework.ts';
import { type Judgement, MIN_ANSWERED_PILLARS } from './judgement.ts';
import type { RuleId, Style, Votes, WarningId } from './verdict.ts';
import { type Weights, weightOf } from './weights.ts';

/** A pillar speaks with at most this much either way (scoring.md §1). */
const VOTE_LIMIT = 2;
/** From here on the score has a style (scoring.md §1). */
const STYLE_THRESHOLD = 2;

/** 2a = event with 2b = all: the event is a command in disguise (scoring.md §2, pillar 2). */
export function isDisguisedCommand(sheet: Sheet): boolean {
  return sheet['2a'] === 'event' && sheet['2b'] === 'all';
}

function clip(sum: number): number {
  return Math.max(-VOTE_LIMIT, Math.min(VOTE_LIMIT, sum));
}

/** Five votes. Written out because flips ask for them some thousand times a verdict. */
function votesFor(sheet: Sheet, weights: Weights): Votes {
  const pull = (question: QuestionId) => weightOf(weights, question, sheet[question]);
  const takenBack = isDisguisedCommand(sheet) ? 1 : 0;
  const reach = sheet['3a'] === 'none' ? 0 : pull('3b') + pull('3c');
  return [
    clip(pull('1a') + pull('1b') + pull('1c')),
    clip(pull('2a') + pull('2b') + pull('2c') + takenBack),
    clip(pull('3a') + reach),
    sheet['4a'] === 'stable' ? 0 : clip(pull('4a') + pull('4b') + pull('4c')),
    clip(pull('5a') + pull('5b') + pull('5c')),
  ];
}

/** The answers that show others who only react: the second half of the hybrid test (scoring.md §3). */
export function bystanderSigns(sheet: Sheet): readonly QuestionId[] {
  const signs: QuestionId[] = [];
  if (sheet['2b'] === 'some') signs.push('2b');
  if (sheet['2a'] === 'mixed') signs.push('2a');
  if (sheet['4a'] !== 'stable' && (sheet['4b'] === 'reactors' || sheet['4b'] === 'both')) signs.push('4b');
  return signs;
}

/** Whether a part needs a conductor: named under 5c or, while 5c is open, suggested by undo or complexity. */
function hasPart(sheet: Sheet, undoVote: number): boolean {
  return sheet['5c'] === 'part' || (sheet['5c'] === null && (undoVote >= 1 || sheet['2c'] === 'complex'));
}

function hasEnoughPillars(sheet: Sheet): boolean {
  let answered = 0;
  if ((sheet['1a'] ?? sheet['1b'] ?? sheet['1c']) !== null) answered += 1;
  if ((sheet['2a'] ?? sheet['2b'] ?? sheet['2c']) !== null) answered += 1;
  if ((sheet['3a'] ?? sheet['3b'] ?? sheet['3c']) !== null) answered += 1;
  if ((sheet['4a'] ?? sheet['4b'] ?? sheet['4c']) !== null) answered += 1;
  if ((sheet['5a'] ?? sheet['5b'] ?? sheet['5c']) !== null) answered += 1;
  return answered >= MIN_ANSWERED_PILLARS;
}

function pureStyleFor(score: number): Style {
  if (score >= STYLE_THRESHOLD) return 'orchestration';
  return score <= -STYLE_THRESHOLD ? 'choreography' : 'open';
}

/** The judgement on one sheet of answers. */
export function judge(sheet: Sheet, weights: Weights): Judgement {
  const votes = votesFor(sheet, weights);
  const [communication, coupling, undo, change, ownership] = votes;
  const rules: RuleId[] = [];
  let score = communication + coupling + undo + change + ownership;
  // A rule is listed only when it moved the result, so that nobody is told of a rule that did nothing.
  if (undo === 2 && ownership >= 1 && score < 3) {
    score = 3;
    rules.push('R1');
  }
  if (sheet['1a'] === 'sync_all' && score < STYLE_THRESHOLD) {
    score = STYLE_THRESHOLD;
    rules.push('R2');
  }
  const scoreBeforeCap = score;
  if (sheet['5b'] === 'none' && score >= 5) {
    score = 4;
    rules.push('R3');
  }
  const hybrid = hasPart(sheet, undo) && bystanderSigns(sheet).length > 0;
  if (hybrid) rules.push('H');
  const leaningStyle = hybrid ? 'hybrid' : pureStyleFor(score);
  return { style: hasEnoughPillars(sheet) ? leaningStyle : 'open', leaningStyle, votes, score, scoreBeforeCap, rules };
}

/** The warnings that belong to a judgement, in order. */
export function warningsFor(sheet: Sheet, { style, votes, score }: Judgement): readonly WarningId[] {
  const farUndo = votes[2] === 2;
  const reacts = style === 'choreography' || style === 'hybrid';
  const conditions: readonly (readonly [WarningId, boolean])[] = [
    ['W1', sheet['5a'] === 'nobody' || sheet['5b'] === 'none'],
    ['W2', reacts && sheet['1b'] === 'never'],
    ['W3', isDisguisedCommand(sheet)],
    ['W4', sheet['5b'] === 'several' && (sheet['2c'] === 'complex' || farUndo)],
    ['W5', sheet['1a'] === 'sync_all' && farUndo],
    ['W6', score >= STYLE_THRESHOLD && sheet['1c'] === 'hot'],
  ];
  return conditions.flatMap(([warning, applies]) => (applies ? [warning] : []));
}
