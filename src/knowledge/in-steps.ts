// Long work in small steps: done in the background while others get their turn, or at once by whoever needs it sooner.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that pauses at each `yield`, a few milliseconds after the last. */
export type Steps<Result> = Generator<void, Result>;

/** Work that is done once, whoever asks for it first. What a step throws goes to whoever had it done. */
export type Stepwise<Result> = {
  /** The result. What is still to do is done at once. */
  result(): Result;
  /** Does the rest in the background, a step in each turn of the event loop. Resolves when the result is there. */
  prepare(): Promise<void>;
};

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Takes work that nobody has begun. */
export function inSteps<Result>(steps: Steps<Result>): Stepwise<Result> {
  let done: { readonly result: Result } | null = null;
  let preparing: Promise<void> | null = null;

  async function takeTurns(): Promise<void> {
    while (done === null) {
      await nextTurn();
      const step = done === null ? steps.next() : null;
      if (step?.done === true) done = { result: step.value };
    }
  }

  return {
    result() {
      done ??= { result: finish(steps) };
      return done.result;
    },
    prepare() {
      preparing ??= takeTurns();
      return preparing;
    },
  };
}
