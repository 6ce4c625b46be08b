// Finds the decisions a person may see: in a channel, owned by them, or with words in the title.
import type { ListedDecision } from '../../application/decision-lists.ts';
import type { Summary } from '../../domain/decision/summary.ts';
import type { ListerParts } from './lister-parts.ts';

/** A decision found: its line and its title's words, null where they were erased. */
export type FoundDecision = { readonly summary: Summary; readonly title: string | null };

/** What was found; `damaged` counts records that cannot be read and hide nothing else. */
export type Findings = { readonly found: readonly FoundDecision[]; readonly damaged: number };

/** What is looked for. */
export type Looked =
  | { readonly kind: 'list'; readonly channel: string }
  | { readonly kind: 'mine' }
  /** What a person owns, and what waits for them elsewhere. */
  | { readonly kind: 'home' }
  | { readonly kind: 'search'; readonly words: string };

/** Decisions read of one list: those touched last. */
const READ = 100;

/** Why nothing may be shown: Slack does not say where the person is, or they are not in the channel they ask about. */
export type Hidden = 'unknown' | 'outside';

/** Finds them, touched last first; or says why nothing may be shown. */
export async function findDecisions(parts: ListerParts, person: string, looked: Looked): Promise<Findings | Hidden> {
  const channels = await parts.memberships.channelsOf(person);
  if (channels === null) return 'unknown';
  if (looked.kind === 'list' && !channels.has(looked.channel)) return 'outside';
  const listed = await candidates(parts, person, { looked, channels });
  const summaries = listed.flatMap((entry) => (entry.ok ? [entry.summary] : []));
  const seen = summaries.filter(({ channel, status }) => channels.has(channel) && status !== 'withdrawn');
  const titles = await parts.lists.titles(parts.workspace.key, seen);
  const found = seen.map((summary) => ({ summary, title: titles.get(summary.decisionId) ?? null }));
  return {
    found: looked.kind === 'search' ? found.filter(({ title }) => matches(title, looked.words)) : found,
    damaged: listed.filter((entry) => !entry.ok).length,
  };
}

async function candidates(
  { lists, workspace }: ListerParts,
  person: string,
  { looked, channels }: { readonly looked: Looked; readonly channels: ReadonlySet<string> },
): Promise<readonly ListedDecision[]> {
  if (looked.kind === 'mine') return lists.ownedBy(workspace.key, person, READ);
  if (looked.kind === 'list') return lists.inChannel(workspace.key, looked.channel, READ);
  // One read a channel, all in one write; nearly all of them know no decision and answer nothing.
  const lines = [...channels].map((channel) => lists.inChannel(workspace.key, channel, READ));
  const all = (await Promise.all(lines)).flat();
  if (looked.kind === 'search') return all.toSorted(byTouch);
  const owned = await lists.ownedBy(workspace.key, person, READ);
  const waiting = all.filter((entry) => entry.ok && entry.summary.owner !== person && waitsFor(entry.summary, person));
  return [...owned, ...waiting].toSorted(byTouch);
}

function waitsFor({ waits }: Summary, person: string): boolean {
  return waits.some((wait) => wait.person === person);
}

function byTouch(one: ListedDecision, other: ListedDecision): number {
  return touched(other) - touched(one);
}

function touched(entry: ListedDecision): number {
  return entry.ok ? entry.summary.touchedAt : 0;
}

/** Every word looked for begins a word of the title; case and accents do not count. */
function matches(title: string | null, wanted: string): boolean {
  const words = plain(title ?? '');
  return plain(wanted).every((one) => words.some((word) => word.startsWith(one)));
}

function plain(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
