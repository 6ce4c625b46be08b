// Computes the verdict: the one door from answers to a result.
import {
  type Answers,
  activeQuestions,
  consistencyAnswer,
  namedPart,
  openQuestions,
  type Sheet,
  sheetOf,
  silentPillars,
} from '../answers.ts';
import { type Framework, type PillarNumber, pillarNumbers, pillarOf, type QuestionId } from '../framework.ts';
import { byImportance } from './importance.ts';
import { type Judgement, MIN_ANSWERED_PILLARS } from './judgement.ts';
import { asksConsistency, patternFor } from './pattern.ts';
import { rulesFor } from './rules.ts';
import { type Flips, findFlips, nextQuestion, robustness, type StyleOf } from './sensitivity.ts';
import type { Band, Confidence, Style, Verdict } from './verdict.ts';
import { weightsOf } from './weights.ts';

/** At most this many flips are shown (scoring.md §5). */
const MAX_FLIPS = 3;
/** Without a recommendation nothing can flip it. */
const noFlips: Flips = { flips: [], flipQuestions: [] };

/** The style of one sheet of answers, for those who compare styles and need nothing else. */
export function styleJudge(framework: Framework): StyleOf {
  const weights = weightsOf(framework);
  const { judge } = rulesFor(framework.rulesVersion);
  return (sheet) => judge(sheet, weights).style;
}

function bandOf(score: number): Band {
  if (Math.abs(score) >= 5) return 'strong';
  return Math.abs(score) >= 2 ? 'leaning' : 'none';
}

type ConfidenceFacts = {
  readonly style: Style;
  readonly band: Band;
  readonly part: string | null;
  readonly answeredPillars: number;
  readonly flipQuestions: readonly QuestionId[];
  readonly contested: readonly QuestionId[];
};

/** scoring.md §5, the table. */
function confidenceOf(facts: ConfidenceFacts): Confidence {
  const { style, band, part, answeredPillars, flipQuestions, contested } = facts;
  if (style === 'open' || answeredPillars < MIN_ANSWERED_PILLARS || flipQuestions.length > 6) return 'low';
  const clear = band === 'strong' || (style === 'hybrid' && part !== null);
  const settled = !contested.some((question) => flipQuestions.includes(question));
  return answeredPillars >= 4 && flipQuestions.length <= 2 && clear && settled ? 'high' : 'medium';
}

function mostlyOf({ style, score }: Judgement): Verdict['mostly'] {
  if (style !== 'hybrid' || bandOf(score) !== 'strong') return null;
  return score > 0 ? 'orchestration' : 'choreography';
}

type NextFacts = {
  readonly sheet: Sheet;
  readonly open: readonly QuestionId[];
  readonly silent: readonly PillarNumber[];
  readonly judge: (sheet: Sheet) => Judgement;
};

/**
 * While too few pillars are answered only a silent pillar brings a recommendation nearer, so the question comes from
 * one, ranked by the style the answers point at; after that scoring.md §4 decides.
 */
function nextOf({ sheet, open, silent, judge }: NextFacts): QuestionId | null {
  if (pillarNumbers.length - silent.length >= MIN_ANSWERED_PILLARS)
    return nextQuestion(sheet, open, (draft) => judge(draft).style);
  const candidates = open.filter((question) => silent.includes(pillarOf[question]));
  return nextQuestion(sheet, candidates, (draft) => judge(draft).leaningStyle) ?? byImportance(candidates)[0] ?? null;
}

/**
 * The verdict on one set of answers. Pure: the same answers, contested questions and framework give the same verdict,
 * byte for byte. `contested` names the questions a team disagrees on (see merge-answers.ts); one person has none.
 * Throws {@link UnknownRulesError} for a framework of rules this program does not have.
 */
export function computeVerdict(framework: Framework, answers: Answers, contested: readonly QuestionId[] = []): Verdict {
  const weights = weightsOf(framework);
  const rules = rulesFor(framework.rulesVersion);
  const sheet = sheetOf(answers);
  const judge = (draft: Sheet) => rules.judge(draft, weights);
  const styleOf: StyleOf = (draft) => judge(draft).style;
  const judgement = judge(sheet);
  const { style, votes, score } = judgement;
  const open = openQuestions(answers);
  const silent = silentPillars(answers);
  const answeredPillars = pillarNumbers.length - silent.length;
  const tooLittle = answeredPillars < MIN_ANSWERED_PILLARS;
  const band = bandOf(score);
  const part = style === 'hybrid' && sheet['5c'] === 'part' ? namedPart(answers) : null;
  const { flips, flipQuestions } = tooLittle ? noFlips : findFlips(sheet, styleOf);
  const warnings = rules.warningsFor(sheet, judgement);
  const askConsistency = asksConsistency(sheet, votes);
  const asked = activeQuestions(answers).length;
  return {
    style,
    band,
    score,
    votes,
    part,
    confidence: confidenceOf({ style, band, part, answeredPillars, flipQuestions, contested }),
    flips: flips.slice(0, MAX_FLIPS),
    flipQuestions,
    warnings,
    ownerFirst: warnings.includes('W1') && sheet['4a'] === 'high',
    unanswered: open,
    next: nextOf({ sheet, open, silent, judge }),
    pattern: patternFor(style, sheet, askConsistency && consistencyAnswer(answers) === 'no' ? 'atomic' : 'eventual'),
    contested,
    framework: framework.version,
    silentPillars: silent,
    tooLittle,
    rules: judgement.rules,
    robust: robustness(sheet, open, styleOf),
    ...rules.reasonsFor(style, { sheet, votes, weights }),
    synchronous: sheet['1a'] === 'sync_all',
    mostly: mostlyOf(judgement),
    answered: asked - open.length,
    asked,
    askConsistency,
  };
}
