// The reminder: what would change an accepted decision, and one button for "nothing has changed".
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { digestOf } from '../../domain/decision/digest.ts';
import type { Look } from '../../domain/decision/look-record.ts';
import { stretches } from '../../domain/reassessment/schedule.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { clipPlain, dayWords, link, mention, words } from '../text.ts';
import { actions, button, context, header, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { digestCard } from './digest-card.ts';
import { headline } from './headline.ts';
import { lookOverPiece } from './look-over-piece.ts';
import { newVersionPiece } from './new-version-piece.ts';
import { otherwiseMenu, putOffMenu } from './not-now.ts';
import { message, nothing, type Piece } from './piece.ts';
import { placePiece } from './place-words.ts';
import { asksScopeAt } from './scope-piece.ts';
import { observation } from './watch-words.ts';
import { wordsOf } from './wording.ts';

/** What a title may take of the question. */
const nameRoom = 120;

/** Unchanged looks after which less often is offered (issue 5). */
const UNCHANGED_TO_STRETCH = 2;

/** The card of the decision's Nth reminder; null where another decision's reminder speaks for it, or it was never sent. */
export function reminderCard(number: number, input: CardInput): CardMessage | null {
  const { decision, card } = input;
  const digest = digestOf(decision, number);
  if (digest !== null) return digest.lead === decision.decisionId ? digestCard({ ...input, digest }) : null;
  const look = openLook(number, decision);
  if (look === null) return input.link(card) === null ? null : message([title(input), lookOverPiece(number, input)]);
  return message([
    title(input),
    audience(look, decision),
    placePiece(decision),
    watched(look, input),
    scopeNote(decision, look),
    buttons(look, input),
    stretchOffer(input),
    newVersionPiece(input),
  ]);
}

/** The look this reminder asks for, while it is open. */
function openLook(number: number, { look }: StartedDecision): Look | null {
  return look !== null && look.since !== null && look.reminder?.number === number ? look : null;
}

/** The question, what was accepted, and the way to the thread for those who are not in it. */
function title(input: CardInput): Piece {
  const { acceptance, look, place } = input.decision;
  const name = wordsOf(input.words, input.decision.title);
  const result = acceptance === null ? '' : headline(acceptance.verdict, input);
  const inThread = look?.reminder?.audience === 'thread' && input.card === `reminder-${look.reminder.number}`;
  const root = place === null || inThread ? null : input.link('root');
  const open = root === null ? '' : ` · ${link(root, 'Open the thread')}`;
  const when = acceptance === null ? '' : `Accepted on ${dayWords(acceptance.at)}: `;
  const line = `${when}${result}${open}`;
  return {
    text: `Does ${words(name, 200)} still hold? ${line}`,
    blocks: [header(`Does ${clipPlain(name, nameRoom)} still hold?`), context(line)],
  };
}

function audience({ reminder, weeks }: Look, { owner }: StartedDecision): Piece {
  const line = {
    owner: weeks === 0 ? '' : `Asked again: nobody has looked for ${weeks} ${weeks === 1 ? 'week' : 'weeks'}.`,
    thread: `${mention(owner)} has not looked yet. Anybody who knows may say how it stands.`,
    channel: `Nobody has looked at this decision for ${weeks} weeks, so Downbeat goes quiet. Who cares about it?`,
  }[reminder?.audience ?? 'owner'];
  return line === '' ? nothing : { text: line, blocks: [section(line)] };
}

function watched({ items }: Look, input: CardInput): Piece {
  if (items.length === 0) {
    const line = 'No single change that the framework knows would turn it. Has anything changed all the same?';
    return { text: line, blocks: [section(line)] };
  }
  const lines = items.map((item) => `•  ${observation(item, input)}`);
  const count = items.length === 1 ? 'One thing would change it' : `${items.length} things would change it`;
  return { text: `${count}: ${lines.join(' ')}`, blocks: [section(`*${count}*\n${lines.join('\n')}`)] };
}

/** The framework's closing questions come with every fourth look. */
function scopeNote(decision: StartedDecision, look: Look): Piece {
  if (!asksScopeAt(decision, look)) return nothing;
  const line = 'This time also: is the workflow still of the same size? See Details.';
  return { text: line, blocks: [context(line)] };
}

function buttons({ occurrence, reminder }: Look, { card, decision }: CardInput): Piece {
  const { decisionId } = decision;
  const value = encodeActionValue({ decision: decisionId, card, occurrence });
  const forAll = reminder?.audience === 'channel';
  const row = [
    button({ id: actionIds.nothingChanged(0), label: 'Nothing has changed', value, primary: true }),
    button({ id: actionIds.look(0), label: 'Details', spoken: 'Details, one tap each', value }),
    ...(forAll ? [button({ id: actionIds.adopt(), label: 'I take it over', value })] : []),
    ...(reminder?.audience === 'owner' ? [putOffMenu({ decision: decisionId, card })] : []),
    otherwiseMenu({ decision: decisionId, card }),
  ];
  return { text: 'One tap if nothing has changed; Details otherwise.', blocks: [actions(row)] };
}

function stretchOffer({ card, decision }: CardInput): Piece {
  const { schedule, unchangedLooks, decisionId } = decision;
  const longer = stretches.filter((weeks) => schedule !== null && weeks > schedule.weeks);
  if (unchangedLooks < UNCHANGED_TO_STRETCH || longer.length === 0) return nothing;
  const line = `Nothing changed in the last ${unchangedLooks} looks. Look less often?`;
  const value = encodeActionValue({ decision: decisionId, card });
  const offers = longer.map((weeks) => button({ id: actionIds.stretch(weeks), label: `Every ${weeks} weeks`, value }));
  return { text: line, blocks: [context(line), actions(offers)] };
}
