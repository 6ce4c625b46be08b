// Finds the rules an old or new framework is judged by.
import type { Rules } from './judgement.ts';
import { reasonsFor } from './reasons-1.ts';
import { judge, warningsFor } from './rules-1.ts';

const rulesByVersion: ReadonlyMap<string, Rules> = new Map([['1', { judge, warningsFor, reasonsFor }]]);

/** A framework asks for rules this program does not have: it was stored by a newer one. */
export class UnknownRulesError extends Error {
  override readonly name = 'UnknownRulesError';

  constructor(version: string) {
    super(`There are no rules of version ${version}; known versions: ${[...rulesByVersion.keys()].join(', ')}.`);
  }
}

/** The rules of one version; throws {@link UnknownRulesError} when there are none. */
export function rulesFor(version: string): Rules {
  const rules = rulesByVersion.get(version);
  if (rules === undefined) throw new UnknownRulesError(version);
  return rules;
}
