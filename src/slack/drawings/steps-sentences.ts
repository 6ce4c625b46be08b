// What is said about steps that were typed: line by line what was not understood.
import { type ParsedWorkflow, parseWorkflow } from '../../domain/workflow/parse-workflow.ts';
import { clipPlain, oneLine } from '../text.ts';

/** So many lines are named; the others are counted. */
const linesNamed = 5;

/** How a step is written, in one line. */
export const stepsHint =
  'One step a line: “Payments: authorise card / undo: release authorisation”. After a slash also: waits for 1 and 2 · deadline: 2 days · person · optional · if refused -> undo.';

/** Where steps are given, for somebody who writes them to Downbeat alone. */
export const stepsElsewhereSentence =
  'Steps belong to a decision, so nothing was recorded here. Write `@Downbeat steps` in the decision’s thread with the steps below, or use the button for the steps on its first card.';

/** What is wrong with steps that were typed, or null when all of them were understood. */
export function stepsProblem(text: string): string | null {
  const { workflow, problems } = parseWorkflow(text);
  if (problems.length === 0 && workflow.steps.length > 0) return null;
  return misreadSentence(problems);
}

/** Says line by line what was not understood, as plain words; nothing was recorded. */
export function misreadSentence(problems: ParsedWorkflow['problems']): string {
  if (problems.length === 0) return `There is no step in it. Nothing was recorded. ${stepsHint}`;
  const named = problems
    .slice(0, linesNamed)
    .map(({ line, text, message }) => `Line ${line} (“${clipPlain(oneLine(text), 60)}”): ${oneLine(message)}`);
  const more = problems.length - named.length;
  const others = more === 0 ? [] : [`${more} more of the kind.`];
  return [...named, ...others, 'Nothing was recorded.'].join('\n');
}
