// The table of workflow engines that "what next" chooses from. Written in knowledge/tools.yaml, loaded at start.

/** How a tool fits an answer: 2 well, 1 with effort or limits, 0 poorly; ruling out makes it impossible. */
export type Fit = {
  readonly score: 0 | 1 | 2;
  readonly rulesOut: boolean;
  readonly reason: string;
  /** The passage the reason is cited to. */
  readonly passage: string;
};

/** A tool. `inFramework`: named in the framework's own source; the others are shown as being outside of it. */
export type Tool = {
  readonly id: string;
  readonly name: string;
  readonly inFramework: boolean;
  readonly passage: string;
  /** By question, then option. Every option of every question but `owned` has one. */
  readonly fit: Readonly<Record<string, Readonly<Record<string, Fit>>>>;
};

/** A question of "what next": one click, `owned` first. */
export type ToolQuestion = {
  readonly id: string;
  readonly text: string;
  readonly passage: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
};

/** The whole table. `bias` is what an engine already owned gets on top, and is shown as the bias it is. */
export type ToolTable = {
  readonly checked: string;
  readonly bias: number;
  readonly questions: readonly ToolQuestion[];
  readonly tools: readonly Tool[];
};

/** The question about an engine already owned: its options are tools. */
export const ownedQuestionId = 'owned';

/** Answers by question; don't know is absent. */
export type ToolAnswers = Readonly<Record<string, string>>;

/** One thing to have in place before a choreography goes live. */
export type ChecklistItem = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly passages: readonly string[];
};
