// Which clicks are sent: several people, many decisions, each click a change with a time of its own.

import { cardTs, changes, readChoice } from '../house/seed.ts';
import { benchTeam } from '../house/slack-stub.ts';
import type { Click } from './protocol.ts';

/** Microseconds since 1970 of the last click, so that each has its own time and later ones are later. */
let lastClick = Date.now() * 1_000;

/** Ids for so many decisions, told apart by `name`. As long as real ones. */
export function decisionIds(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `d${name}${index}`.padEnd(15, 'x'));
}

/**
 * Clicks on each decision, one for each turn, going round the decisions: neighbours in time are different decisions.
 * Two turns that follow one another are always a change by another person.
 */
export function clicksOn(ids: readonly string[], turns: { readonly from: number; readonly to: number }): Click[] {
  const clicks: Click[] = [];
  for (let turn = turns.from; turn < turns.to; turn += 1)
    clicks.push(...ids.map((decisionId, index) => click(decisionId, turn + index)));
  return clicks;
}

function click(decisionId: string, turn: number): Click {
  lastClick += 1;
  const [question, option] = readChoice(changes[turn % changes.length] ?? changes[0]);
  const person = benchTeam.people[turn % benchTeam.people.length] ?? benchTeam.people[0];
  return { decisionId, cardTs, person, question, option, actionTs: (lastClick / 1_000_000).toFixed(6) };
}
