// How much of a model's answer is asked for and read.

/** Tokens a model may write, its reasoning included. Six claims take about 700. */
export const LONGEST_ANSWER = 4_000;

/** Claims read from one answer; what comes after them is not waited for. */
export const MOST_CLAIMS_READ = 16;

/** Characters read from one answer that never completes a claim. */
export const MOST_CHARACTERS_READ = 60_000;

/** The whole call, from asking to the last word, in milliseconds (issue 4). */
export const CALL_DEADLINE_MS = 15_000;
