// The curated texts a verdict chooses from, each with its sources. Written in knowledge/framework.yaml, loaded at start.
import type { QuestionId, SourceLink } from './framework.ts';
import type { PatternName, RuleId, Style, WarningId } from './verdict/verdict.ts';

/** The direction a text claims; checked against the weight of the option it belongs to (scoring.md §11). */
export const leans = ['orchestration', 'choreography', 'hybrid', 'neither'] as const;

/** One direction. */
type Lean = (typeof leans)[number];

/** A text with at least one source. */
type SourcedText = { readonly text: string; readonly sources: readonly SourceLink[] };

/** What an option says once it is chosen. */
type OptionText = {
  readonly leans: Lean;
  /** For a line on a card: 80 characters at most. */
  readonly short: string;
  /** One whole sentence. */
  readonly long: string;
  /** A plain statement about the workflow, usable after "would change if" and as a watch item; no capital, no full stop. */
  readonly observation: string;
  readonly sources: readonly SourceLink[];
};

/** Texts for one style. */
type StyleText = {
  /** The headline; `{part}` stands for the named part. */
  readonly headline: string;
  /** The headline when no part is named. */
  readonly headlineUnnamed: string;
  /** What to draw next. */
  readonly drawNext: string;
  readonly sources: readonly SourceLink[];
};

/** A warning: a few words, then what to do. */
type WarningText = SourcedText & { readonly title: string };

/** A saga pattern in one line; `warns` when it should be shown as a warning (scoring.md §6). */
type PatternText = SourcedText & { readonly warns: boolean };

/** Everything a recommendation card says that a verdict does not already spell out. */
export type CardTexts = {
  readonly styles: Readonly<Record<Style, StyleText>>;
  readonly rules: Readonly<Record<RuleId, SourcedText & { readonly leans: Lean }>>;
  readonly warnings: Readonly<Record<WarningId, WarningText>>;
  readonly patterns: Readonly<Record<PatternName, PatternText>>;
  /** By question, then option id. Every option of every scored question has one. */
  readonly options: Readonly<Record<QuestionId, Readonly<Record<string, OptionText>>>>;
  /** For "would change if": the statement for a question whose answer would become don't know. */
  readonly unknowns: Readonly<Record<QuestionId, string>>;
};
