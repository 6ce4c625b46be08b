// The best case for the style a verdict does not recommend: read by the owner before accepting.
import { type Answers, countedAnswer } from '../answers.ts';
import type { CardTexts } from '../card-texts.ts';
import { pillarOf, type QuestionId, questionIds, type SourceLink } from '../framework.ts';
import type { Style, Verdict } from '../verdict/verdict.ts';

/** An answer that speaks for the losing style, in a whole sentence with its sources. */
export type CasePoint = {
  readonly question: QuestionId;
  readonly option: string;
  readonly text: string;
  readonly sources: readonly SourceLink[];
};

/** What can be said for one style that lost; without points nothing that was answered speaks for it. */
export type BestCase = { readonly style: Exclude<Style, 'open' | 'hybrid'>; readonly points: readonly CasePoint[] };

/**
 * The best case against a verdict: for the other style, or for both pure styles where it says to split or has no winner.
 * What whole pillars say comes first, then single answers that pull that way, in the order they are asked.
 */
export function bestCases(verdict: Verdict, answers: Answers, texts: CardTexts): readonly BestCase[] {
  return losers(verdict.style).map((style) => ({ style, points: pointsFor(style, { verdict, answers, texts }) }));
}

function losers(style: Style): readonly BestCase['style'][] {
  switch (style) {
    case 'orchestration':
      return ['choreography'];
    case 'choreography':
      return ['orchestration'];
    case 'hybrid':
    case 'open':
      return ['orchestration', 'choreography'];
    default:
      return style satisfies never;
  }
}

function pointsFor(
  style: BestCase['style'],
  { verdict, answers, texts }: { readonly verdict: Verdict; readonly answers: Answers; readonly texts: CardTexts },
): readonly CasePoint[] {
  const points = questionIds.flatMap((question): readonly CasePoint[] => {
    const option = countedAnswer(question, answers);
    const said = option === null ? undefined : texts.options[question][option];
    if (option === null || said?.leans !== style) return [];
    return [{ question, option, text: said.long, sources: said.sources }];
  });
  const voting = new Set(verdict.against.map((reason) => reason.pillar));
  const ofVotingPillar = (point: CasePoint) => voting.has(pillarOf[point.question]);
  return [...points.filter(ofVotingPillar), ...points.filter((point) => !ofVotingPillar(point))];
}
