// A playground's clock that begins at a known moment, so that no test depends on the day and hour it runs at.

const HOUR_MS = 60 * 60 * 1_000;

/** Real time, shifted to begin at a moment (milliseconds since 1970). */
export function beginningAt(moment: number): () => number {
  const began = Date.now();
  return () => moment + Date.now() - began;
}

/** A Monday morning in Brussels, where the people of the tests live: 23 November 2026, 9:00. */
export const mondayMorning = Date.UTC(2026, 10, 23, 8);
export const DAY_MS = 24 * HOUR_MS;
