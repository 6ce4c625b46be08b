// Several decisions of one owner are due together: one reminder for all of them.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { reminderIn } from '../../domain/decision/digest.ts';
import type { Digest } from '../../domain/decision/look-events.ts';
import type { PersonId } from '../../domain/decision/refs.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { link, words } from '../text.ts';
import { actions, button, context, divider, header, section } from './blocks.ts';
import type { CardInput, CardMessage, OtherDecision } from './card.ts';
import { lookOverPiece } from './look-over-piece.ts';
import { notNowMenu } from './not-now.ts';
import { message, type Piece } from './piece.ts';
import { placeInShort } from './place-words.ts';
import { asksScopeAt } from './scope-piece.ts';
import { observation } from './watch-words.ts';
import { wordsOf } from './wording.ts';

/** Things to watch named here; all of them are under Details. */
const watchedHere = 2;

type DigestInput = CardInput & { readonly digest: Digest };

/** A decision of the digest, as far as its part of the card needs it. */
type Member = Pick<OtherDecision, 'decision' | 'words' | 'url'>;

/** The card: three blocks a decision. One that was looked at, or that somebody else has now, says so in its place. */
export function digestCard(input: DigestInput): CardMessage {
  const { members } = input.digest;
  const entries = members.map((id) => ({ id, member: memberOf(id, input) }));
  const open = entries.filter(({ member }) => member !== null && isOpen(member, input)).length;
  const title = titleOf(open, members.length);
  return message([
    { text: `${title}.`, blocks: [header(title)] },
    ...entries.map(({ member }, index) => (member === null ? unreadable : memberPiece(member, index, input))),
  ]);
}

function titleOf(open: number, all: number): string {
  if (open === all) return `${all} decisions are due for a look`;
  return open === 0 ? `${all} decisions were due for a look` : `${open} of ${all} decisions still due for a look`;
}

const unreadable: Piece = {
  text: 'A decision that cannot be read at the moment.',
  blocks: [divider(), context('A decision that cannot be read at the moment.')],
};

function memberOf(id: string, { decision, words: written, link: linkTo, others }: DigestInput): Member | null {
  if (id === decision.decisionId) return { decision, words: written, url: linkTo('root') };
  return others?.get(id) ?? null;
}

/** Whether this card is still the one that asks: the decision is the same person's, and no newer reminder asks. */
function isOpen({ decision }: Member, { digest }: DigestInput): boolean {
  const { look, owner } = decision;
  return (
    hasIt(owner, digest) &&
    look !== null &&
    look.since !== null &&
    look.reminder?.number === reminderIn(decision, digest)
  );
}

function hasIt(owner: PersonId, digest: Digest): boolean {
  return digest.owner === null || digest.owner === owner;
}

/** Whether another version of the framework is in force than the one a decision counts by. */
function hasNewVersion(decision: StartedDecision, { framework, newerFramework }: DigestInput): boolean {
  return decision.framework !== (newerFramework ?? framework).version;
}

function memberPiece(member: Member, index: number, input: DigestInput): Piece {
  const { decision, url } = member;
  const name = words(wordsOf(member.words, decision.title), 100);
  const title = `*${url === null ? name : link(url, name)}*`;
  // The links of this card's own decision lead to its cards, not to another one's.
  const own: CardInput = { ...input, decision, words: member.words, link: () => null };
  const { look } = decision;
  if (look === null || !isOpen(member, input)) {
    const over = lookOverPiece(reminderIn(decision, input.digest), own, title);
    return { text: `${name}: ${over.text}`, blocks: [divider(), ...over.blocks] };
  }
  const place = placeInShort(decision);
  const lines = look.items.slice(0, watchedHere).map((item) => `•  ${observation(item, own)}`);
  const hidden = look.items.length - lines.length;
  const all = [
    ...lines,
    ...(hidden > 0 ? [`•  ${hidden} more under Details`] : []),
    ...(asksScopeAt(decision, look) ? ['This time also: is the workflow still of the same size? See Details'] : []),
    ...(hasNewVersion(decision, input) ? ['The framework has a new version: see Details'] : []),
  ];
  const chosen = { decision: decision.decisionId, card: input.card, lead: input.decision.decisionId };
  const value = encodeActionValue({ ...chosen, occurrence: look.occurrence });
  return {
    text: `${place === null ? name : `${name}, ${place}`}. Would change it: ${all.join(' ')}`,
    blocks: [
      divider(),
      section(
        [
          place === null ? title : `${title} · ${place}`,
          ...(lines.length > 0 ? ['Would change it:'] : []),
          ...all,
        ].join('\n'),
      ),
      actions([
        button({
          id: actionIds.nothingChanged(index),
          label: 'Nothing has changed',
          spoken: `Nothing has changed in ${wordsOf(member.words, decision.title)}`,
          value,
          primary: true,
        }),
        button({
          id: actionIds.look(index),
          label: 'Details',
          spoken: `Details of ${wordsOf(member.words, decision.title)}, one tap each`,
          value,
        }),
        notNowMenu(index, chosen),
      ]),
    ],
  };
}
