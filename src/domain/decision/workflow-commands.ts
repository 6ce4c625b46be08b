// What can be asked of the steps a decision is about.
import type { Asked } from './actor.ts';
import type { WordRef } from './refs.ts';

/** Steps as a command brings them: the reference to their text, and the ids of its lines in order. */
export type GivenSteps = { readonly workflow: WordRef; readonly steps: readonly string[] };

/** Give the steps, or replace them. */
export type SetWorkflow = Asked & GivenSteps & { readonly type: 'SetWorkflow' };
/** Say which steps belong to the part that question 5c names. */
export type ChoosePartSteps = Asked & { readonly type: 'ChoosePartSteps'; readonly steps: readonly string[] };
/** Try a change on the drawings. `whatIf` is the reference to its words. */
export type TryWhatIf = Asked & { readonly type: 'TryWhatIf'; readonly whatIf: WordRef };

export type WorkflowCommand = SetWorkflow | ChoosePartSteps | TryWhatIf;
