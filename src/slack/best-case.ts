// The best case for the style a verdict did not choose: the answers that spoke for it, the heaviest first.
import { countedAnswer } from '../domain/answers.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import { answersOf } from '../domain/decision/answers-of.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { type Framework, findOption, type QuestionId, questionIds, type SourceLink } from '../domain/framework.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';

/** At most so many answers: what nobody reads convinces nobody. */
const MOST_POINTS = 4;

/** One answer that speaks for the losing style. */
export type CasePoint = {
  readonly question: QuestionId;
  readonly text: string;
  readonly sources: readonly SourceLink[];
};

/** The losing style and what speaks for it; no points when no answer does. */
export type BestCase = {
  readonly style: 'orchestration' | 'choreography';
  readonly points: readonly CasePoint[];
};

/**
 * The best case against a verdict. A split loses to having it all in the style most of it has; no clear winner to the
 * style its score leans away from.
 */
export function bestCaseAgainst(
  verdict: Verdict,
  { decision, framework, texts }: { decision: StartedDecision; framework: Framework; texts: CardTexts },
): BestCase {
  const style = losingStyle(verdict);
  const side = style === 'orchestration' ? 1 : -1;
  const answers = answersOf(decision);
  const points = questionIds.flatMap((question) => {
    const option = countedAnswer(question, answers);
    if (option === null) return [];
    const weight = (findOption(framework, question, option)?.weight ?? 0) * side;
    const said = texts.options[question][option];
    return weight > 0 && said !== undefined ? [{ weight, question, text: said.long, sources: said.sources }] : [];
  });
  const heaviest = points.toSorted((one, other) => other.weight - one.weight).slice(0, MOST_POINTS);
  return { style, points: heaviest.map(({ question, text, sources }) => ({ question, text, sources })) };
}

function losingStyle({ style, score }: Verdict): BestCase['style'] {
  if (style === 'orchestration') return 'choreography';
  if (style === 'choreography') return 'orchestration';
  return score >= 0 === (style === 'hybrid') ? 'orchestration' : 'choreography';
}
