// The tools that the answers under *What next* name so far, in a quiet line with a cited reason each.
import { toolAnswersOf } from '../../domain/decision/tool-answers.ts';
import { type Candidate, chooseTools, type WhatNext } from '../../domain/what-next/choose-tools.ts';
import { words } from '../text.ts';
import { context, section } from './blocks.ts';
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
  const named = ({ tool, reason }: Candidate) => {
    const name = `*${words(tool.name, 60)}*`;
    if (reason === null) return `•  ${name}`;
    return `•  ${name}  ${words(reason.fit.reason, 160)}${cite.mark(sources.get(reason.fit.passage) ?? [])}`;
  };
  const { candidates, owned } = chooseTools(table, answers);
  const bias = owned === null ? [] : [biasLine(owned)];
  const lines = candidates.map(named);
  const heading = `Candidate tools, from ${given} of ${table.questions.length} answers`;
  return {
    text: `${heading}: ${candidates.map(({ tool }) => words(tool.name, 60)).join(', ')}. ${bias.join('')}`,
    blocks: [section([`*${heading}*`, ...lines].join('\n')), ...bias.map((line) => context(line)), ...cite.list()],
  };
}

/** The engine already owned is shown as the bias it is. */
export function biasLine({ bias, decisive, tool }: NonNullable<WhatNext['owned']>): string {
  const effect = decisive ? 'Without them the candidates would be others.' : 'Without them they would be the same.';
  return `A bias: ${words(tool.name, 60)} gets ${bias} points on top because you own it already. ${effect}`;
}
