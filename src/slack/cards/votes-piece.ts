// The five pillar votes, drawn with text so that they are read at a glance, and said in words.
import type { RichTextBlock } from '@slack/types';
import { type Framework, pillarNumbers } from '../../domain/framework.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { oneLine, words } from '../text.ts';
import { context } from './blocks.ts';
import type { Piece } from './piece.ts';
import { signed } from './wording.ts';

const legend = 'Squares left of the line speak for choreography, right of it for orchestration; two are the most.';

/** Five lines such as `Undo  □□│■■  +2`; the longest fits a phone. */
export function votesPiece(verdict: Verdict, framework: Framework): Piece {
  const rows = pillarNumbers.map((pillar, index) => ({
    name: oneLine(framework.pillars[index]?.shortTitle ?? `Pillar ${pillar}`),
    vote: verdict.votes[index] ?? 0,
    silent: verdict.silentPillars.includes(pillar),
  }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const drawn = rows.map(({ name, vote, silent }) => {
    const note = silent ? 'no answer' : signed(vote);
    return `${name.padEnd(width)}  ${bar(vote)}  ${note}`;
  });
  const spoken = rows.map(({ name, vote, silent }) => `${words(name, 40)} ${silent ? 'no answer' : voteWords(vote)}`);
  return { text: `Pillar votes: ${spoken.join(', ')}.`, blocks: [drawing(drawn.join('\n')), context(legend)] };
}

/** Two squares for choreography, a line, two for orchestration; the filled ones grow from the line. */
function bar(vote: number): string {
  const filled = Math.min(2, Math.abs(vote));
  const empty = '□'.repeat(2 - filled);
  const full = '■'.repeat(filled);
  return vote < 0 ? `${empty}${full}│□□` : `□□│${full}${empty}`;
}

function voteWords(vote: number): string {
  if (vote === 0) return 'balanced';
  return `${signed(vote)} for ${vote > 0 ? 'orchestration' : 'choreography'}`;
}

function drawing(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}
