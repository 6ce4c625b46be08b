// Remembers what Slack answered, for a while and for at most so many: asking is rationed, and memory is not endless.

/** What is remembered. */
export type Remembered<Value> = {
  /** What was kept for a key; `fresh` is false once it is older than it may be. Undefined where nothing is known. */
  get(key: string): { readonly value: Value; readonly fresh: boolean } | undefined;
  keep(key: string, value: Value): void;
  /** Forgets one key, or everything for null. */
  forget(key: string | null): void;
};

/** An empty memory: values are fresh for `forMs` milliseconds; beyond `most` of them the one kept longest ago goes. */
export function createRemembered<Value>({
  forMs,
  most,
  now,
}: {
  readonly forMs: number;
  readonly most: number;
  readonly now: () => number;
}): Remembered<Value> {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get(key) {
      const known = kept.get(key);
      return known === undefined ? undefined : { value: known.value, fresh: known.until > now() };
    },
    keep(key, value) {
      kept.delete(key);
      kept.set(key, { value, until: now() + forMs });
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
    forget(key) {
      if (key === null) kept.clear();
      else kept.delete(key);
    },
  };
}
