// How a decision stands in one line: accepted, turned down, given up, replaced, and when it is looked at again.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { isLookedAt } from '../../domain/decision/phase.ts';
import type { Stretch } from '../../domain/reassessment/schedule.ts';
import { dayWords, mention, words } from '../text.ts';
import { context, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { otherLink } from './other-decisions.ts';
import { nothing, type Piece } from './piece.ts';
import { wordsOf } from './wording.ts';

/** What a reason may take of a line. */
const reasonRoom = 300;

/** The line, or nothing while answers are gathered and nobody has settled anything. */
export function statusPiece(input: CardInput): Piece {
  const line = statusLine(input);
  if (line === null) return nothing;
  const look = lookLine(input.decision);
  const quiet = look === null ? [] : [context(look)];
  return { text: [line.replaceAll('*', ''), look ?? ''].join('. '), blocks: [section(line), ...quiet] };
}

/** The same as mrkdwn, or null. */
export function statusLine(input: CardInput): string | null {
  const { decision } = input;
  const { acceptance, status } = decision;
  switch (status) {
    case 'accepted':
      return acceptance === null ? null : `*Accepted* on ${dayWords(acceptance.at)} by ${mention(acceptance.person)}`;
    case 'rejected':
    case 'abandoned':
      return endedLine(input);
    case 'superseded':
      return `*Superseded* by ${decision.successor === null ? 'another decision' : otherLink(decision.successor, input)}`;
    case 'proposed':
      return acceptance === null ? null : `*In round ${decision.round}*: something changed since it was accepted`;
    case 'asking':
    case 'withdrawn':
      return null;
    default:
      return status satisfies never;
  }
}

/** When the next look is, or that none is planned; null where none can be. */
export function lookLine(decision: StartedDecision): string | null {
  const { look, schedule } = decision;
  if (!isLookedAt(decision)) return null;
  if (look === null) return 'No look is planned';
  if (look.since !== null) return `Due for a look since ${dayWords(look.dueAt)}`;
  return `Next look ${dayWords(look.dueAt)}${schedule === null ? '' : `, ${stretchWords(schedule.weeks)}`}`;
}

/** How often Downbeat comes back. */
export function stretchWords(weeks: Stretch): string {
  return weeks === 1 ? 'every week' : `every ${weeks} weeks`;
}

function endedLine({ decision, words: written }: CardInput): string | null {
  const { ended, status } = decision;
  if (ended === null) return null;
  const name = status === 'rejected' ? 'Rejected' : 'Abandoned';
  const because = ended.reason === null ? '' : `: ${words(wordsOf(written, ended.reason), reasonRoom)}`;
  return `*${name}* on ${dayWords(ended.at)} by ${mention(ended.person)}${because}`;
}
