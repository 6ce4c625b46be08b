// What has become of a decision's channel, in words: nothing in it can say so itself.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { context } from './blocks.ts';
import { nothing, type Piece } from './piece.ts';

type Place = Pick<StartedDecision, 'closed' | 'shared'>;

const meanings = {
  archived:
    'Its channel is archived, so nothing new can be shown there. What you say here is recorded all the same; questions that are asked again wait until the channel is brought back.',
  'app-removed':
    'Downbeat was taken out of its channel, so nothing new can be shown there. What you say here is recorded all the same. To go on in the thread, type `/invite @Downbeat` in the channel.',
  shared:
    'Its channel is shared with another organisation, whose people can read the decision. Only people of this workspace can answer.',
} as const;

const sharedHere =
  'This channel is shared with another organisation, whose people can read along. Only people of this workspace can answer.';

const inShort = {
  archived: 'channel archived',
  'app-removed': 'Downbeat is not in its channel',
  shared: 'channel shared with another organisation',
} as const;

function stateOf({ closed, shared }: Place): keyof typeof meanings | null {
  return closed ?? (shared ? 'shared' : null);
}

/** A few words for a list; null for a channel as it should be. */
export function placeInShort(place: Place): string | null {
  const state = stateOf(place);
  return state === null ? null : inShort[state];
}

/** The same for people who are in the channel: that it is shared; a closed one shows nothing anyway. */
export function herePiece({ shared }: Place): Piece {
  return shared ? { text: sharedHere, blocks: [context(sharedHere)] } : nothing;
}

/** What it means and what to do, as a quiet line; nothing for a channel as it should be. */
export function placePiece(place: Place): Piece {
  const state = stateOf(place);
  return state === null ? nothing : { text: meanings[state], blocks: [context(meanings[state])] };
}
