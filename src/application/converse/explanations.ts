// The port to explanations that were made and may be shown again: to share what somebody read, and below a verdict.
import type { Answer } from '../advice/answer.ts';

/** What is kept of an explanation: everything but what was dropped on the way. */
export type Explanation = Omit<Answer, 'dropped'>;

/** The explanations of a workspace, each forgotten 90 days (a setting) after it was kept. */
export type Explanations = {
  /** Keeps one under a name; a second one replaces the first. `about` says what it was made from. */
  keep(team: string, name: string, kept: { readonly about: string; readonly explanation: Explanation }): Promise<void>;
  /** The explanation, if there is one and it was made from the same. */
  get(team: string, name: string, about: string): Promise<Explanation | null>;
};
