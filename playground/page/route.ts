// What the address says is open: person, channel, thread, theme. Kept in the hash, so that a state can be linked.
import { useSyncExternalStore } from 'react';

/** Theme chosen by hand; absent means the system's. */
export type Theme = 'light' | 'dark';

/** `channel` is a channel id, or `home` for the app's Home tab. */
export type Route = {
  readonly user?: string | undefined;
  readonly channel?: string | undefined;
  readonly thread?: string | undefined;
  /** `ts` of a message to be shown; forgotten once it was. */
  readonly at?: string | undefined;
  readonly theme?: Theme | undefined;
};

/** Reads `#user=U1&channel=C1&thread=1.2&theme=dark`; unknown keys are ignored. */
export function parseRoute(hash: string): Route {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const theme = values.get('theme');
  return {
    user: values.get('user') ?? undefined,
    channel: values.get('channel') ?? undefined,
    thread: values.get('thread') ?? undefined,
    at: values.get('at') ?? undefined,
    theme: theme === 'dark' || theme === 'light' ? theme : undefined,
  };
}

/** The hash of a route, keys in a fixed order, absent ones left out. */
export function formatRoute(route: Route): string {
  const values = new URLSearchParams();
  for (const key of ['user', 'channel', 'thread', 'at', 'theme'] as const) {
    const value = route[key];
    if (value !== undefined) values.set(key, value);
  }
  return `#${values.toString()}`;
}

/**
 * What a permalink (`…/archives/C1/p1700000000000100?thread_ts=…`) points at; undefined for any other address. The
 * host does not matter: in the playground there is one workspace.
 */
export function parsePermalink(href: string): Route | undefined {
  const url = URL.parse(href);
  const [, channel, seconds, fraction] = /\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url?.pathname ?? '') ?? [];
  if (url === null || channel === undefined) return undefined;
  return { channel, thread: url.searchParams.get('thread_ts') ?? undefined, at: `${seconds}.${fraction}` };
}

/** Opens what `change` says, keeping the rest of the address. */
export function follow(change: Route): void {
  window.location.hash = formatRoute({ ...parseRoute(window.location.hash), ...change });
}

function subscribe(notify: () => void): () => void {
  window.addEventListener('hashchange', notify);
  return () => window.removeEventListener('hashchange', notify);
}

/** The current route and a function that changes parts of it (an explicit `undefined` removes one). */
export function useRoute(): readonly [Route, (change: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return [parseRoute(hash), follow];
}
