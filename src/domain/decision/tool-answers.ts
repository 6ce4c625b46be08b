// What was answered under *What next*, in the form the choice of tools reads.
import { unknownOption } from '../framework.ts';
import type { ToolAnswers } from '../what-next/tools.ts';
import type { StartedDecision } from './decision.ts';

/** The options by question; what nobody knows is absent. */
export function toolAnswersOf({ toolAnswers }: StartedDecision): ToolAnswers {
  const known = Object.entries(toolAnswers).filter(([, { option }]) => option !== unknownOption);
  return Object.fromEntries(known.map(([question, { option }]) => [question, option]));
}
