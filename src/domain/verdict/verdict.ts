// The computed result of a round, in the words of design.md §3 and §7 and scoring.md §9.
import type { PillarNumber, QuestionId } from '../framework.ts';

/** The four classes a decision can fall into; `open` is "no clear winner" or too little answered. */
export const styles = ['orchestration', 'choreography', 'hybrid', 'open'] as const;

/** One class. */
export type Style = (typeof styles)[number];

/** How far the score lies from the middle: 5 or more is strong, 2 to 4 leaning (scoring.md §3). */
export type Band = 'strong' | 'leaning' | 'none';

/** How much the verdict can be leaned on (scoring.md §5). */
export type Confidence = 'high' | 'medium' | 'low';

/** Rules that changed the result; H is the hybrid test (scoring.md §3). */
export const ruleIds = ['R1', 'R2', 'R3', 'H'] as const;

/** One rule. */
export type RuleId = (typeof ruleIds)[number];

/** Warnings, W6 being a note (scoring.md §3). */
export const warningIds = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'] as const;

/** One warning. */
export type WarningId = (typeof warningIds)[number];

/** The eight saga patterns (scoring.md §6). */
export const patternNames = [
  'Epic',
  'Phone Tag',
  'Fairy Tale',
  'Time Travel',
  'Fantasy Fiction',
  'Horror Story',
  'Parallel',
  'Anthology',
] as const;

/** One saga pattern. */
export type PatternName = (typeof patternNames)[number];

/**
 * The saga patterns a verdict reads as. `main` always applies; `first` is the synchronous opening when the caller waits
 * for a first part only; `around` is what those who just react make of a hybrid.
 */
export type Pattern = {
  readonly main: PatternName;
  readonly first: PatternName | null;
  readonly around: PatternName | null;
};

/** One changed answer; `to` is an option id or `unknown`. Changing 5c to `part` means naming a part as well. */
export type AnswerChange = { readonly question: QuestionId; readonly to: string };

/** A smallest change of answers that changes the style, and the style it leads to. */
export type Flip = { readonly changes: readonly AnswerChange[]; readonly style: Style };

/** The five pillar votes, each -2 to +2; plus means towards orchestration. */
export type Votes = readonly [number, number, number, number, number];

/** Why the verdict is what it is: a pillar's vote, the part that needs a conductor, or those who only react. */
export type Reason = {
  readonly kind: 'part' | 'bystanders' | 'pillar';
  readonly pillar: PillarNumber;
  /** The pillar's vote, -2 to +2. */
  readonly vote: number;
  /** The answered questions that carry the reason, the heaviest first. */
  readonly questions: readonly QuestionId[];
};

/** Whether any completion of up to four open questions changes the style (scoring.md §5). */
export type Robustness = 'yes' | 'no' | 'not-enumerated' | 'nothing-unknown';

/** The computed result. A pure function of the answers, the contested questions and the framework. */
export type Verdict = {
  readonly style: Style;
  readonly band: Band;
  /** -10 to +10; plus means towards orchestration. */
  readonly score: number;
  readonly votes: Votes;
  /** The named part of a hybrid; null for every other style and for a hybrid nobody named the part of. */
  readonly part: string | null;
  readonly confidence: Confidence;
  /** At most three, single changes or else pairs; `flipQuestions` knows how many there are. */
  readonly flips: readonly Flip[];
  /** Every question of which one change alone changes the style, in order. */
  readonly flipQuestions: readonly QuestionId[];
  readonly warnings: readonly WarningId[];
  /** True when finding an owner comes before choosing a style: W1 together with 4a = `high`. */
  readonly ownerFirst: boolean;
  readonly unanswered: readonly QuestionId[];
  /** The open question most worth answering, or null when no answer to one would change the style. */
  readonly next: QuestionId | null;
  readonly pattern: Pattern | null;
  /** The questions a team disagrees on, in order; empty for answers of one person. */
  readonly contested: readonly QuestionId[];
  /** Version of the framework it was computed with. */
  readonly framework: string;
  readonly silentPillars: readonly PillarNumber[];
  /** True when fewer than three pillars are answered: no recommendation, only `next`. */
  readonly tooLittle: boolean;
  readonly rules: readonly RuleId[];
  readonly robust: Robustness;
  /** What speaks for the verdict, the strongest first. */
  readonly reasons: readonly Reason[];
  /** Pillars that speak for the other style, the strongest first; empty for hybrid and open. */
  readonly against: readonly Reason[];
  /** True when the one who starts it needs the whole outcome before the call returns (R2's mark). */
  readonly synchronous: boolean;
  /** For a hybrid with a strong score: the style most of it has (scoring.md §8). */
  readonly mostly: 'orchestration' | 'choreography' | null;
  /** Questions answered, and questions switched on: "13 of 15 answered". */
  readonly answered: number;
  readonly asked: number;
  /** True when the consistency question (6a) should be asked (scoring.md §6). */
  readonly askConsistency: boolean;
};
