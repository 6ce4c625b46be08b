// Slack's pace: fixed windows of a minute per method and workspace, and about one post a second per channel.
import type { PlaygroundClock } from './clock.ts';

/** Calls a minute that Slack guarantees (slack-platform.md §8.1); `special` ones are noted where they are used. */
const callsPerMinute = {
  tier1: 1,
  tier2: 20,
  tier3: 50,
  tier4: 100,
  /** Several hundred a minute; Slack names no figure. */
  special: 300,
} as const;

/** A row of {@link callsPerMinute}. */
export type Tier = keyof typeof callsPerMinute;

/** Counts calls and says when one comes too early. */
export interface RateLimits {
  /** Seconds to wait before this call may be made, 0 when it may be made now (it is counted then). */
  take(method: string, tier: Tier): number;
  /** The same for a post into a channel. */
  takePost(channel: string): number;
  /** From now on limits are `factor` times as wide; Infinity switches them off. Counters start anew. */
  setMultiplier(factor: number): void;
}

const WINDOW_MS = 60_000;

/** Posts a channel takes at once before one a second counts (slack-platform.md §8.1: "short bursts ok"). */
const POST_BURST = 5;

/** Posts a second and channel in the long run. */
const POSTS_PER_SECOND = 1;

/** Makes the counters of a workspace, on the playground's clock. */
export function createRateLimits(clock: PlaygroundClock, startMultiplier: number): RateLimits {
  const windows = new Map<string, { start: number; used: number }>();
  const buckets = new Map<string, { level: number; at: number }>();
  let multiplier = startMultiplier;

  return {
    take(method, tier) {
      const now = clock.now();
      const known = windows.get(method);
      const window = known !== undefined && now - known.start < WINDOW_MS ? known : { start: now, used: 0 };
      windows.set(method, window);
      if (window.used >= callsPerMinute[tier] * multiplier) {
        return Math.max(1, Math.ceil((window.start + WINDOW_MS - now) / 1000));
      }
      window.used += 1;
      return 0;
    },
    takePost(channel) {
      const now = clock.now();
      const rate = POSTS_PER_SECOND * multiplier;
      const most = POST_BURST * multiplier;
      if (!Number.isFinite(rate)) {
        return 0;
      }
      const bucket = buckets.get(channel) ?? { level: most, at: now };
      const level = Math.min(most, bucket.level + ((now - bucket.at) / 1000) * rate);
      if (level < 1) {
        buckets.set(channel, { level, at: now });
        return Math.max(1, Math.ceil((1 - level) / rate));
      }
      buckets.set(channel, { level: level - 1, at: now });
      return 0;
    },
    setMultiplier(factor) {
      multiplier = factor;
      windows.clear();
      buckets.clear();
    },
  };
}
