// The port to the allowances Slack gives, shared by all processes.

/**
 * An allowance: at most `burst` at once, refilled evenly at `perMinute`. With `turns`, whoever is refused is told a moment
 * of their own, one after the other: thousands who wait do not all come back for the next one.
 */
export type Allowance = {
  readonly name: string;
  readonly burst: number;
  readonly perMinute: number;
  readonly turns?: true;
};

/** Token buckets, one an allowance and workspace. */
export type Pace = {
  /** Takes one from each allowance, or none of them. Answers 0 when taken, else the milliseconds until it is worth asking again. */
  take(team: string, allowances: readonly Allowance[], now: number): Promise<number>;
};
