// A second, deliberately naive reading of scoring.md §2 to §5, sharing nothing with src but the spelling of ids.
// It shares no code so that a mistake in one of the two shows as a difference.

export type Plain = Readonly<Record<string, string>>;

const table: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '1a': { sync_all: 2, sync_part: 1, no: 0 },
  '1b': { never: 1, detect: 0, tolerable: -1 },
  '1c': { hot: -1, moderate: 0, low: 0 },
  '2a': { command: 1, event: -1, mixed: 0 },
  '2b': { all: 1, some: 0, none: -1 },
  '2c': { complex: 1, some: 0, simple: -1 },
  '3a': { none: -1, few: 0, several: 1 },
  '3b': { local: 0, neighbour: 0, wide: 1 },
  '3c': { '0-1': 0, '2': 1, '3+': 2 },
  '4a': { stable: 0, some: 0, high: 0 },
  '4b': { reactors: -1, replace: -1, sequence: 1, both: 0 },
  '4c': { one: -1, two: 0, several: 1 },
  '5a': { one: 1, each: -1, nobody: 0 },
  '5b': { one: 1, several: -1, none: 0 },
  '5c': { part: 0, whole: 0, no: 0 },
};

export const ids = Object.keys(table);
const optionsOf = (id: string): string[] => Object.keys(table[id] ?? {});

/** Leaves only what counts: known options, switched on, and a part that has a name. */
export function counting(answers: Plain, part: string | null): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const id of ids) {
    const choice = answers[id];
    if (choice === undefined || choice === 'unknown') continue;
    if (answers['3a'] === 'none' && (id === '3b' || id === '3c')) continue;
    if (answers['4a'] === 'stable' && (id === '4b' || id === '4c')) continue;
    if (id === '5c' && choice === 'part' && (part ?? '').trim() === '') continue;
    kept[id] = choice;
  }
  return kept;
}

export function judge(raw: Plain) {
  const a = counting(raw, 'a part');
  const weight = (id: string) => table[id]?.[a[id] ?? ''] ?? 0;
  const vote = [1, 2, 3, 4, 5].map((p) => {
    let sum = weight(`${p}a`) + weight(`${p}b`) + weight(`${p}c`);
    if (p === 2 && a['2a'] === 'event' && a['2b'] === 'all') sum += 1;
    if (p === 4 && a['4a'] === 'stable') sum = 0;
    if (sum > 2) sum = 2;
    if (sum < -2) sum = -2;
    return sum;
  });
  const [, , v3 = 0, , v5 = 0] = vote;
  let S = vote.reduce((x, y) => x + y, 0);
  if (v3 === 2 && v5 >= 1 && S < 5) S = Math.max(S, 3);
  if (a['1a'] === 'sync_all' && S < 2) S = 2;
  if (a['5b'] === 'none' && S >= 5) S = 4;
  const bystanders = a['2a'] === 'mixed' || a['2b'] === 'some' || ['reactors', 'both'].includes(a['4b'] ?? '');
  const part = a['5c'] === 'part' || (a['5c'] === undefined && (v3 >= 1 || a['2c'] === 'complex'));
  const pillars = new Set(Object.keys(a).map((id) => id[0])).size;
  const leaning = part && bystanders ? 'hybrid' : S >= 2 ? 'orchestration' : S <= -2 ? 'choreography' : 'open';
  return { vote, S, pillars, leaning, style: pillars < 3 ? 'open' : leaning };
}

export const styleOf = (raw: Plain): string => judge(raw).style;

export const apply = (raw: Plain, changes: readonly { question: string; to: string }[]): Plain => ({
  ...raw,
  ...Object.fromEntries(changes.map(({ question, to }) => [question, to])),
});

/** Every single change of a counting set of answers that changes its style. */
export function singles(counted: Plain) {
  return ids.flatMap((question) =>
    [...optionsOf(question), 'unknown']
      .filter((to) => to !== (counted[question] ?? 'unknown'))
      .map((to) => ({ question, to }))
      .filter((change) => styleOf(apply(counted, [change])) !== styleOf(counted)),
  );
}

/** Whether any two changes together change the style. */
export function somePairFlips(counted: Plain): boolean {
  const changes = ids.flatMap((question) => [...optionsOf(question), 'unknown'].map((to) => ({ question, to })));
  return changes.some((first) =>
    changes.some(
      (second) => first.question < second.question && styleOf(apply(counted, [first, second])) !== styleOf(counted),
    ),
  );
}

export function openIds(counted: Plain): string[] {
  return ids.filter((id) => {
    if (counted[id] !== undefined) return false;
    if (id === '3b' || id === '3c') return counted['3a'] !== 'none';
    if (id === '4b' || id === '4c') return counted['4a'] !== 'stable';
    return true;
  });
}

/** All ways to answer some questions. */
export function completions(counted: Plain, open: readonly string[]): Plain[] {
  const [first, ...rest] = open;
  if (first === undefined) return [counted];
  return optionsOf(first).flatMap((to) => completions({ ...counted, [first]: to }, rest));
}

export function next(counted: Plain): string | null {
  const order = [...new Set(['5c', '2b', '2c', '4b', '1b', ...ids])];
  let best: string | null = null;
  let most = 0;
  for (const id of order.filter((candidate) => openIds(counted).includes(candidate))) {
    const reached = optionsOf(id).map((to) => styleOf({ ...counted, [id]: to }));
    const distinct = new Set(reached).size;
    if (reached.some((style) => style !== styleOf(counted)) && distinct > most) {
      best = id;
      most = distinct;
    }
  }
  return best;
}

export function confidence(counted: Plain): string {
  const { S, pillars, style } = judge(counted);
  const flipping = new Set(singles(counted).map((change) => change.question)).size;
  if (style === 'open') return 'low';
  const clear = Math.abs(S) >= 5 || (style === 'hybrid' && counted['5c'] === 'part');
  if (pillars >= 4 && flipping <= 2 && clear) return 'high';
  return pillars >= 3 && flipping <= 6 ? 'medium' : 'low';
}
