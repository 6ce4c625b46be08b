// What a reminder says once nothing is asked on it any more.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { dayWords, link, mention } from '../text.ts';
import { actions, button, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import type { Piece } from './piece.ts';
import { lookLine } from './status-piece.ts';

/** How the look ended, or why the reminder no longer asks; in a digest under the decision's `title`. */
export function lookOverPiece(number: number, input: CardInput, title: string | null = null): Piece {
  const { card, decision } = input;
  const line = overLine(number, input);
  const next = decision.look?.since === null && number > decision.passedOn ? (lookLine(decision) ?? '') : '';
  const text = next === '' ? line : `${line}\n${next}.`;
  const isolated = decision.scopeAsked?.answers.isolation === 'yes' && decision.lastLook?.reminder === number;
  const shown = section(title === null ? text : `${title}\n${text}`);
  if (!isolated) return { text, blocks: [shown] };
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const follow = button({ id: actionIds.followUp(), label: 'Decide about that part', value, primary: true });
  return { text: `${text} A part can be decided on its own.`, blocks: [shown, actions([follow])] };
}

function overLine(number: number, { decision, link: linkTo }: CardInput): string {
  const { lastLook, look, owner, passedOn, reminders } = decision;
  if (lastLook?.reminder === number) return finishedLine(decision, linkTo(`round-${decision.round}`));
  if (number <= passedOn) return `${mention(owner)} looks after this decision now, and is asked instead.`;
  if (look?.reminder?.number === number && look.since === null) return `Put off to ${dayWords(look.dueAt)}.`;
  if (number < reminders) return 'A newer reminder asked for this look.';
  return look === null ? 'The reminders are stopped.' : 'Nothing is asked here any more.';
}

function finishedLine({ lastLook }: StartedDecision, round: string | null): string {
  if (lastLook === null) return '';
  const who = lastLook.person === null ? '' : ` by ${mention(lastLook.person)}`;
  const when = `${dayWords(lastLook.at)}${who}`;
  switch (lastLook.outcome) {
    case 'unchanged':
      return `✓ Nothing has changed: looked at on ${when}.`;
    case 'partly':
      return lastLook.notRechecked.length === 0
        ? `Looked at on ${when}. Not everything about it is known.`
        : `Looked at on ${when}. Not re-checked: ${lastLook.notRechecked.length} of the things to watch.`;
    case 'changed':
      return `Something changed: looked at on ${when}. ${round === null ? 'It is asked again in the thread.' : link(round, 'It is asked again in the thread.')}`;
    default:
      return lastLook.outcome satisfies never;
  }
}
