// Why a verdict by the rules of version 1 is what it is, the strongest reason first (scoring.md §9).
import { type PillarNumber, pillarNumbers, pillarOf, pillarQuestionIds, type QuestionId } from '../framework.ts';
import type { Facts, Reasons } from './judgement.ts';
import { bystanderSigns, isDisguisedCommand } from './rules-1.ts';
import type { Reason, Style, Votes } from './verdict.ts';
import { weightOf } from './weights.ts';

function voteOf(votes: Votes, pillar: PillarNumber): number {
  return votes[pillar - 1] ?? 0;
}

/** The questions of a pillar that pull the way the pillar votes, the heaviest first. */
function carriers(pillar: PillarNumber, { sheet, votes, weights }: Facts): readonly QuestionId[] {
  const direction = Math.sign(voteOf(votes, pillar));
  const pull = (question: QuestionId) => weightOf(weights, question, sheet[question]) * direction;
  return pillarQuestionIds[pillar]
    .filter((question) => pull(question) > 0 && !(question === '2a' && isDisguisedCommand(sheet)))
    .toSorted((a, b) => pull(b) - pull(a));
}

function pillarReasons(facts: Facts): readonly Reason[] {
  return pillarNumbers
    .map((pillar): Reason => {
      const vote = voteOf(facts.votes, pillar);
      return { kind: 'pillar', pillar, vote, questions: carriers(pillar, facts) };
    })
    .filter((reason) => reason.vote !== 0)
    .toSorted((a, b) => Math.abs(b.vote) - Math.abs(a.vote));
}

function reasonFrom(kind: Reason['kind'], questions: readonly QuestionId[], votes: Votes): readonly Reason[] {
  const [first] = questions;
  if (first === undefined) return [];
  const pillar = pillarOf[first];
  return [{ kind, pillar, vote: voteOf(votes, pillar), questions }];
}

/** What shows the part: the name given under 5c or, while 5c is open, undo and complexity (scoring.md §3). */
function partQuestions(facts: Facts): readonly QuestionId[] {
  const { sheet, votes } = facts;
  if (sheet['5c'] === 'part') return ['5c'];
  const undo = voteOf(votes, 3) >= 1 ? carriers(3, facts) : [];
  return sheet['2c'] === 'complex' ? [...undo, '2c'] : undo;
}

/** Reasons for a style, and the pillars that speak against it (none for hybrid and open: both sides are reasons). */
export function reasonsFor(style: Style, facts: Facts): Reasons {
  const pillars = pillarReasons(facts);
  switch (style) {
    case 'open':
      return { reasons: pillars, against: [] };
    case 'hybrid': {
      const part = reasonFrom('part', partQuestions(facts), facts.votes);
      const bystanders = reasonFrom('bystanders', bystanderSigns(facts.sheet), facts.votes);
      return { reasons: [...part, ...bystanders, ...pillars], against: [] };
    }
    case 'orchestration':
    case 'choreography': {
      const direction = style === 'orchestration' ? 1 : -1;
      return {
        reasons: pillars.filter((reason) => Math.sign(reason.vote) === direction),
        against: pillars.filter((reason) => Math.sign(reason.vote) === -direction),
      };
    }
    default:
      return style satisfies never;
  }
}
