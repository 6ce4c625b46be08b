// Orders passages by their own score and their neighbours': passages of one section support each other.
import type { Found, Passage } from '../../application/library.ts';

/** How many passages a search gives. */
const most = 10;
/** What the section's support counts beside a passage's own score, and how it is made of its best three passages. */
const supportWeight = 2.5;
const supportOf = [0.6, 0.25, 0.15] as const;
/** The fourth and fifth place go to other sections, if they match nearly as well: a second reading of the question. */
const first = 3;
const second = { places: 2, likeness: 0.6 } as const;

type Scored = { readonly passage: Passage; readonly own: number; readonly score: number };

function supportBySection(passages: readonly Passage[], own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const scores = new Map<string, number[]>();
  for (const { id, covers } of passages) {
    const score = own.get(id) ?? 0;
    if (score === 0) continue;
    for (const code of covers) scores.set(code, [...(scores.get(code) ?? []), score]);
  }
  const support = [...scores].map(([code, list]): [string, number] => {
    const best = list.sort((one, other) => other - one);
    return [code, supportOf.reduce((sum, share, at) => sum + share * (best[at] ?? 0), 0)];
  });
  return new Map(support);
}

/** Passages from sections the first places do not show, best own score first. */
function secondReading(scored: readonly Scored[], shown: readonly Scored[]): readonly Scored[] {
  const byOwn = [...scored].sort((one, other) => other.own - one.own);
  const enough = second.likeness * (byOwn[0]?.own ?? 0);
  const sections = new Set(shown.flatMap(({ passage }) => passage.covers));
  const chosen: Scored[] = [];
  for (const candidate of byOwn) {
    if (chosen.length === second.places || candidate.own < enough) break;
    if (candidate.passage.covers.some((code) => sections.has(code))) continue;
    chosen.push(candidate);
    for (const code of candidate.passage.covers) sections.add(code);
  }
  return chosen;
}

/** The ten best passages, best first; `own` are scores by passage id. */
export function rank(passages: readonly Passage[], own: ReadonlyMap<string, number>): readonly Found[] {
  const support = supportBySection(passages, own);
  const scored = passages
    .map((passage): Scored => {
      const score = own.get(passage.id) ?? 0;
      const sections = passage.covers.map((code) => support.get(code) ?? 0);
      return { passage, own: score, score: score + supportWeight * Math.max(...sections) };
    })
    .filter(({ own: score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const shown = scored.slice(0, first);
  const others = secondReading(scored, shown);
  const rest = scored.slice(first).filter((one) => !others.includes(one));
  return [...shown, ...others, ...rest].slice(0, most).map(({ passage, score }) => ({ passage, score }));
}
