// Several decisions of one owner are due at once: one reminder for all of them.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { Digest } from '../../domain/decision/look-events.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { link, words } from '../text.ts';
import { actions, button, context, divider, header, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { lookOverPiece } from './look-over-piece.ts';
import { message, type Piece } from './piece.ts';
import { observation } from './watch-words.ts';
import { wordsOf } from './wording.ts';

/** Decisions shown; each takes three blocks and a digit in its buttons' ids. */
const shown = 9;
/** Things to watch named here; all of them are under Details. */
const watchedHere = 2;

/** The card. A decision that was looked at says so in its place. */
export function digestCard(input: CardInput & { readonly digest: Digest }): CardMessage {
  const { digest } = input;
  const members = digest.members.slice(0, shown).map((id, place) => memberPiece(id, place, input));
  const more = digest.members.length - members.length;
  const rest = `and ${more} more: see Downbeat’s Home tab`;
  return message([
    {
      text: `${digest.members.length} decisions are due for a look.`,
      blocks: [header(`${digest.members.length} decisions are due for a look`)],
    },
    ...members,
    ...(more > 0 ? [{ text: rest, blocks: [context(rest)] }] : []),
  ]);
}

function memberPiece(id: string, place: number, input: CardInput): Piece {
  const known = id === input.decision.decisionId ? own(input) : (input.others?.get(id) ?? null);
  if (known === null) return { text: '', blocks: [context('A decision that cannot be read at the moment.')] };
  const { decision, url } = known;
  const name = words(wordsOf(known.words, decision.title), 100);
  const title = `*${url === null ? name : link(url, name)}*`;
  const member: CardInput = { ...input, decision, words: known.words };
  const { look } = decision;
  if (look === null || look.since === null) {
    const over = lookOverPiece(decision.lastLook?.reminder ?? 0, member);
    return { text: `${name}: ${over.text}`, blocks: [divider(), section(`${title}\n${over.text}`)] };
  }
  const lines = look.items.slice(0, watchedHere).map((item) => `•  ${observation(item, member)}`);
  const hidden = look.items.length - lines.length;
  const all = [...lines, ...(hidden > 0 ? [`•  ${hidden} more under Details`] : [])];
  const value = encodeActionValue({
    decision: id,
    card: input.card,
    occurrence: look.occurrence,
    lead: input.decision.decisionId,
  });
  return {
    text: `${name}. Would change it: ${all.join(' ')}`,
    blocks: [
      divider(),
      section([title, ...all].join('\n')),
      actions([
        button({
          id: actionIds.nothingChanged(place),
          label: 'Nothing has changed',
          spoken: `Nothing has changed in ${wordsOf(known.words, decision.title)}`,
          value,
          primary: true,
        }),
        button({ id: actionIds.look(place), label: 'Details', value }),
      ]),
    ],
  };
}

function own({ decision, words: written, link: linkTo }: CardInput): {
  readonly decision: StartedDecision;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly url: string | null;
} {
  return { decision, words: written, url: linkTo('root') };
}
