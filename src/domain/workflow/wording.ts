// Says facts and what-ifs in short sentences.
import type { Facts, Pair } from './facts.ts';
import type { Touched, WhatIf } from './what-if.ts';

/** What was counted, a line a fact, the telling ones only; for a card, an export, a comparison over time. */
export function factsInWords(facts: Facts): readonly string[] {
  const { orchestrated, choreographed } = facts.bothWays;
  const names = facts.reach.services.join(', ');
  return [
    `${many(facts.steps, 'step')} in ${many(facts.services, 'service')}`,
    facts.situations.length === 0
      ? 'Nothing has to be taken back'
      : `${many(facts.situations.length, 'situation')} that ${facts.situations.length === 1 ? 'needs' : 'need'} undoing, at most ${many(facts.hopsBack, 'other service')} back${names === '' ? '' : ` (reached: ${names})`}`,
    `Pairs of services that know each other both ways: ${pairsInWords(orchestrated, 'orchestrated')}, ${pairsInWords(choreographed, 'choreographed')}`,
    `${many(facts.joins.length, 'join')}, ${many(facts.deadlines.length, 'deadline')}, ${many(facts.people.length, 'wait for a person', 'waits for people')}, ${many(facts.branchPoints.length, 'branch point')}`,
  ];
}

/** The two (or three) countings of a what-if beside each other, a line a style. */
export function whatIfInWords(whatIf: WhatIf): readonly string[] {
  const line = (style: string, touched: Touched) => `${style}: ${touchedInWords(touched)}`;
  return [
    line('Orchestrated', whatIf.orchestrated),
    line('Choreographed', whatIf.choreographed),
    ...(whatIf.hybrid === undefined ? [] : [line('Split', whatIf.hybrid)]),
  ];
}

/** One counting: `2 deployed services (Stock, Mail), 1 contract`. */
export function touchedInWords(touched: Touched): string {
  return `${many(touched.deployments, 'deployed service')} (${namesOf(touched)}), ${many(touched.contracts, 'contract')}`;
}

/** A change said so that it fits into a sentence: `a new step in the middle`. */
export function changeInWords({ change: what }: Pick<WhatIf, 'change'>): string {
  switch (what.kind) {
    case 'insert':
      return 'a new step in the middle';
    case 'react':
      return 'one more who reacts';
    case 'replace':
      return `replacing ${what.service}`;
    case 'deadline':
      return 'a deadline';
    default:
      return what satisfies never;
  }
}

/** Who is touched, for a sentence: `the coordinator, Stock`. */
export function namesOf(touched: Touched): string {
  const names = [...(touched.coordinator ? ['the coordinator'] : []), ...touched.services];
  return names.length === 0 ? 'none' : names.join(', ');
}

/** A count with its noun: `no joins`, `1 join`, `2 joins`. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : more}`;
}

function pairsInWords(pairs: readonly Pair[], when: string): string {
  const named = pairs.map(([one, other]) => `${one} and ${other}`).join(', ');
  return pairs.length === 0 ? `none when ${when}` : `${pairs.length} when ${when} (${named})`;
}
