// Goes on without the store where an answer does not depend on it.
import { isStoreFailure } from '../decision-store.ts';
import type { Log } from '../log.ts';

/** The result, or null when the store failed; any other accident is thrown on. */
export async function unlessStoreFails<Result>(work: Promise<Result>, log: Log): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (!isStoreFailure(error)) throw error;
    log.warn('answering goes on without the store', {}, error);
    return null;
  }
}
