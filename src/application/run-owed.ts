// Runs an effect that is owed, and strikes it out once it is done.
import type { OwedEffect, OwedEffects } from './owed-effects.ts';
import { again, type Ran } from './ran.ts';

/**
 * Runs the effect while it is owed. It is struck out when `run` is done, unless somebody asked for it again meanwhile: then
 * it runs once more. What `run` throws leaves it owed.
 */
export async function runOwed(
  owed: OwedEffects,
  { effect, ...address }: OwedEffect,
  run: () => Promise<Ran>,
): Promise<Ran> {
  const mark = await owed.markOf(address, effect);
  if (mark === null) return { done: true };
  const ran = await run();
  if (!ran.done) return ran;
  return (await owed.settle(address, effect, mark)) ? ran : again(0);
}
