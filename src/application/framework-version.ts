// Names a framework by what a verdict depends on, so that a record can be checked wherever it ends up.
import { createHash } from 'node:crypto';
import { type Framework, questionsOf } from '../domain/framework.ts';

/** The version of a framework: the hash of its ids, options, weights and rules, and of no wording (design.md §4, Versions). */
export function frameworkVersion(framework: Pick<Framework, 'rulesVersion' | 'pillars'>): string {
  const weights = questionsOf(framework).map(({ id, options }) => [
    id,
    options.map((option) => [option.id, option.weight]),
  ]);
  return shortHash(JSON.stringify({ rules: framework.rulesVersion, weights }));
}

/** Twelve hexadecimal digits that stand for a text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
