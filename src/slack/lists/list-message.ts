// The private answer to `/decide list`, `mine` and `search`.

import { actions, button, context, section } from '../cards/blocks.ts';
import type { CardMessage } from '../cards/card.ts';
import { message, type Piece } from '../cards/piece.ts';
import { actionIds } from '../ids.ts';
import { words } from '../text.ts';
import { decisionLine } from './decision-line.ts';
import type { Findings, FoundDecision, Looked } from './find-decisions.ts';

/** Which decisions of a channel are shown. */
export const listFilters = ['all', 'open', 'accepted', 'due'] as const;
export type ListFilter = (typeof listFilters)[number];

const labels = { all: 'All', open: 'Open', accepted: 'Accepted', due: 'Due' } as const;

/** Decisions shown; more are counted. */
const shown = 10;

/** Everything the message is made from. */
export type ListInput = {
  readonly looked: Exclude<Looked, { kind: 'home' }>;
  readonly findings: Findings;
  readonly filter: ListFilter;
  readonly workspaceUrl: string;
  readonly now: number;
};

const start = 'Start one with `/decide` and a title, such as `/decide Order fulfilment`.';
const howToStart: Piece = { text: start, blocks: [context(start)] };

/** The message; filters stand under a channel's list only. */
export function listMessage(input: ListInput): CardMessage {
  const { filter, findings, looked, now } = input;
  const found = findings.found.filter((decision) => passes(decision, filter, now));
  const lines = found.slice(0, shown).map((decision) => line(decision, input));
  const more = found.length - lines.length;
  const notes = [
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(findings.damaged > 0 ? [`${findings.damaged} more cannot be read: their record is damaged.`] : []),
  ];
  const heading = headingFor(looked, filter, found.length);
  return message([
    { text: heading, blocks: [section(`*${heading}*`)] },
    ...(findings.found.length === 0 && looked.kind !== 'search' ? [howToStart] : []),
    ...lines.map((said): Piece => ({ text: said.replaceAll('*', ''), blocks: [section(said)] })),
    ...notes.map((note): Piece => ({ text: note, blocks: [context(note)] })),
    ...(looked.kind === 'list' ? [filters(filter)] : []),
  ]);
}

/** What is owned by whoever asks needs no owner's name. */
function line(decision: FoundDecision, { looked, now, workspaceUrl }: ListInput): string {
  const reader = looked.kind === 'mine' ? decision.summary.owner : null;
  return decisionLine(decision, { workspaceUrl, now, reader });
}

function passes({ summary }: FoundDecision, filter: ListFilter, now: number): boolean {
  const { lookAt, status } = summary;
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return status === 'asking' || status === 'proposed';
    case 'accepted':
      return status === 'accepted';
    case 'due':
      return lookAt !== null && lookAt <= now;
    default:
      return filter satisfies never;
  }
}

function headingFor(looked: ListInput['looked'], filter: ListFilter, count: number): string {
  const which = filter === 'all' ? '' : `${labels[filter].toLowerCase()} `;
  const counted = count === 0 ? `No ${which}decision` : `${count} ${which}${count === 1 ? 'decision' : 'decisions'}`;
  switch (looked.kind) {
    case 'list':
      return `${counted} in this channel`;
    case 'mine':
      return `${counted} owned by you`;
    case 'search':
      return `${counted} with “${words(looked.words, 60)}” in the title, in your channels`;
    default:
      return looked satisfies never;
  }
}

function filters(chosen: ListFilter): Piece {
  const row = listFilters.map((filter) =>
    button({
      id: actionIds.list(filter),
      label: filter === chosen ? `✓ ${labels[filter]}` : labels[filter],
      spoken: `Show ${labels[filter].toLowerCase()}`,
      value: filter,
    }),
  );
  return { text: '', blocks: [actions(row)] };
}
