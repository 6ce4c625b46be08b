// Slack's allowances as far as Downbeat spends them (slack-platform.md §8.1).
import type { Urgency } from '../domain/decision/urgency.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { Allowance } from './pace.ts';

/** At most one edit a second and card: a burst of clicks becomes a first edit and a last one (design.md §8). */
export function editsOf({ decisionId }: DecisionAddress, card: string): Allowance {
  return { name: `edits:${decisionId}:${card}`, burst: 1, perMinute: 60 };
}

/** Telling somebody that a card is late is tried again at most once a minute, until it worked. */
export function tellsOfDelay({ decisionId }: DecisionAddress, card: string): Allowance {
  return { name: `tells:${decisionId}:${card}`, burst: 1, perMinute: 1 };
}

/**
 * `chat.postMessage`: about one a second and channel, with short bursts, and several hundred a minute in the workspace,
 * which we take to be 300. What comes in its turn leaves some of that to people who wait.
 */
export function postsTo(channel: string, urgency: Urgency = 'now'): readonly Allowance[] {
  return [
    { name: `posts:${channel}`, burst: 3, perMinute: 60 },
    { name: 'chat.postMessage', burst: 20, perMinute: 260 },
    ...(urgency === 'now'
      ? []
      : [{ name: 'chat.postMessage:in-turn', burst: 10, perMinute: 220, turns: true } as const]),
  ];
}

/**
 * `chat.update` is Tier 3, 50 a minute for the whole workspace; the rest is a margin for what this bucket does not see.
 * What comes in its turn leaves some of it to people who wait.
 */
export function updatesFor(urgency: Urgency): readonly Allowance[] {
  return [
    { name: 'chat.update', burst: 10, perMinute: 40 },
    ...(urgency === 'now' ? [] : [{ name: 'chat.update:in-turn', burst: 5, perMinute: 25, turns: true } as const]),
  ];
}

/** `users.info` is Tier 4, 100 a minute for the whole workspace; time zones are asked for through it as well. */
export const PROFILES: Allowance = { name: 'users.info', burst: 20, perMinute: 60 };

/** `chat.startStream` and `chat.stopStream` are Tier 2, 20 a minute for the whole workspace. */
export const STREAMS: Allowance = { name: 'chat.startStream', burst: 4, perMinute: 14 };

/** `views.publish` is Tier 4, about 100 a minute for the whole workspace; nobody reads a tab that changes all the time. */
export function homesOf(person: string): readonly Allowance[] {
  return [
    { name: `home:${person}`, burst: 3, perMinute: 12 },
    { name: 'views.publish', burst: 20, perMinute: 80 },
  ];
}
