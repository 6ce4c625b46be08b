// What a worker is to do with a job once its effect has run.

/** Done, or to be looked at again after so many milliseconds. */
export type Ran = { readonly done: true } | { readonly done: false; readonly againInMs: number };

/** The worker should look at the job again after so many milliseconds. */
export function again(milliseconds: number): Ran {
  return { done: false, againInMs: milliseconds };
}
