// Leaves out a decision that cannot be read, where it must keep no other one waiting.
import { isStoreFailure } from './decision-store.ts';
import { TooManyConflictsError } from './handle-command.ts';
import type { Log } from './log.ts';

/** Which decision is looked at, and where it is told that its record is damaged. */
type LookedAt = { readonly decisionId: string; readonly log: Log };

/** The result, or null where the decision's record is damaged. What passes, such as a store that is away, is thrown on. */
export async function unlessDamaged<Result>(
  work: Promise<Result>,
  { decisionId, log }: LookedAt,
): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (isStoreFailure(error) || error instanceof TooManyConflictsError) throw error;
    log.error('a decision cannot be read and is left out', { decision: decisionId }, error);
    return null;
  }
}
