// The tools that the answers under *What next* name so far, in a quiet line with a cited reason each.
import { toolAnswersOf } from '../../domain/decision/tool-answers.ts';
import { type Candidate, chooseTools } from '../../domain/what-next/choose-tools.ts';
import { words } from '../text.ts';
import { section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { citations } from './citations.ts';
import { nothing, type Piece } from './piece.ts';

/** The piece; nothing before the first answer, and where the table of tools is not at hand. */
export function toolsPiece({ decision, nextSteps }: CardInput): Piece {
  const answers = toolAnswersOf(decision);
  const given = Object.keys(answers).length;
  if (nextSteps === undefined || given === 0) return nothing;
  const { sources, table } = nextSteps;
  const cite = citations();
  const line = ({ tool, reason }: Candidate) => {
    const name = `*${words(tool.name, 60)}*`;
    if (reason === null) return `•  ${name}`;
    return `•  ${name}  ${words(reason.fit.reason, 160)}${cite.mark(sources.get(reason.fit.passage) ?? [])}`;
  };
  const { candidates } = chooseTools(table, answers);
  const lines = candidates.map(line);
  const heading = `Candidate tools, from ${given} of ${table.questions.length} answers`;
  return {
    text: `${heading}: ${candidates.map(({ tool }) => words(tool.name, 60)).join(', ')}.`,
    blocks: [section([`*${heading}*`, ...lines].join('\n')), ...cite.list()],
  };
}
