// The few statistics the rows need, and how a single call is timed.

/** The value below which the given share (0 to 1) of the values lies: the nearest rank. NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** How long something took, in milliseconds: by the clock, and in processor time, which a busy machine does not stretch. */
export type Timing = { readonly clock: number; readonly processor: number };

/** Times one synchronous call. */
export function timed(call: () => void): Timing {
  const before = process.threadCpuUsage();
  const began = performance.now();
  call();
  const clock = performance.now() - began;
  const { user, system } = process.threadCpuUsage(before);
  return { clock, processor: (user + system) / 1_000 };
}
