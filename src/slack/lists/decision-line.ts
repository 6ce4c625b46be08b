// A decision in two lines: its title as a link, and how it stands.
import type { PersonId } from '../../domain/decision/refs.ts';
import type { Summary } from '../../domain/decision/summary.ts';
import { placeInShort } from '../cards/place-words.ts';
import { styleNames } from '../cards/style-names.ts';
import { permalink } from '../permalink.ts';
import { dayWords, erasedWords, link, mention, words } from '../text.ts';
import type { FoundDecision } from './find-decisions.ts';

const titleRoom = 100;

/** Where links lead, what time it is, and who reads it, where that is known: an owner need not be told it is them. */
export type LineParts = { readonly workspaceUrl: string; readonly now: number; readonly reader: PersonId | null };

/** The lines as mrkdwn. */
export function decisionLine({ summary, title }: FoundDecision, { workspaceUrl, now, reader }: LineParts): string {
  const owner = summary.owner === reader ? '' : ` · owner ${mention(summary.owner)}`;
  return `*${titleLink({ summary, title }, workspaceUrl)}*\n${stateWords(summary, now)}${owner}`;
}

function titleLink({ summary, title }: FoundDecision, workspaceUrl: string): string {
  const name = words(title ?? erasedWords, titleRoom);
  if (summary.place === null) return name;
  return link(permalink(workspaceUrl, { channel: summary.place.channel, ts: summary.place.threadTs }), name);
}

/** How it stands, when it is looked at next, and what has become of its channel. */
export function stateWords(summary: Summary, now: number): string {
  const place = placeInShort(summary);
  return place === null ? standing(summary, now) : `${standing(summary, now)} · ${place}`;
}

function standing({ answered, lookAt, status, style }: Summary, now: number): string {
  const result = style === null ? '' : styleNames[style];
  switch (status) {
    case 'asking':
      return `${answered} of 15 answered`;
    case 'proposed':
      return `Recommended: ${result}`;
    case 'accepted': {
      const look =
        lookAt === null ? 'no look planned' : `${lookAt <= now ? 'due since' : 'next look'} ${dayWords(lookAt)}`;
      return `Accepted: ${result} · ${look}`;
    }
    case 'rejected':
      return 'Rejected';
    case 'abandoned':
      return 'Abandoned';
    case 'superseded':
      return 'Superseded';
    case 'withdrawn':
      return 'Withdrawn';
    default:
      return status satisfies never;
  }
}
