// Whether a team's differences change the result, and which ones to settle.
import { membersOf, teamVerdictOf } from '../../domain/decision/answers-of.ts';
import { findQuestion, type QuestionId } from '../../domain/framework.ts';
import { disagreementMatters, type TeamVerdict } from '../../domain/verdict/team-verdict.ts';
import type { Style } from '../../domain/verdict/verdict.ts';
import { mention, words } from '../text.ts';
import { context, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { givenLine } from './given-line.ts';
import { nothing, type Piece } from './piece.ts';
import { styleNames } from './style-names.ts';

const questionRoom = 200;

/** The agenda: only differences that change the result. Others are one quiet line; nothing outside team mode. */
export function teamPiece(input: CardInput): Piece {
  const { decision, framework } = input;
  const team = decision.team === null ? null : teamVerdictOf(framework, decision);
  if (team === null) return nothing;
  const { contested } = team.verdict;
  if (!disagreementMatters(team)) {
    const people = membersOf(decision).length;
    if (contested.length === 0) return quiet(people === 1 ? 'One person answered.' : 'Everybody came to the same.');
    return quiet(`You differ on ${contested.join(', ')}; that does not change the result.`);
  }
  const lines = team.decisive.map((question) => agendaLine(question, input));
  const styles = stylesLine(team);
  const all = [...lines, ...(styles === null ? [] : [styles])];
  const title = lines.length === 0 ? 'You see it differently' : 'Settle together';
  return {
    text: `${title}: ${all.join(' ').replaceAll('*', '')}`,
    blocks: [section(`*${title}*\n${all.map((line) => `•  ${line}`).join('\n')}`)],
  };
}

function quiet(line: string): Piece {
  return { text: line, blocks: [context(line)] };
}

function agendaLine(question: QuestionId, input: CardInput): string {
  const asked = words(findQuestion(input.framework, question)?.text ?? '', questionRoom);
  return `*${question}*  ${asked}\n${givenLine(question, input)?.text ?? ''}`.trim();
}

/** Whose own answers lead elsewhere. */
function stylesLine({ members, verdict }: TeamVerdict): string | null {
  const byStyle = new Map<Style, string[]>();
  for (const { name, style } of members)
    if (style !== verdict.style) byStyle.set(style, [...(byStyle.get(style) ?? []), mention(name)]);
  if (byStyle.size === 0) return null;
  const groups = [...byStyle].map(([style, people]) => `${people.join(', ')}: ${styleNames[style]}`);
  return `Alone, their answers would lead elsewhere. ${groups.join('; ')}.`;
}
