// Remembers so many values and no more: the one used longest ago is forgotten first.

/** A memory of one process. */
export type BoundedMemory<Value> = {
  get(name: string): Value | null;
  /** Keeps a value; a second one under the same name replaces the first. */
  keep(name: string, value: Value): void;
  drop(name: string): void;
};

/** An empty memory of at most `size` values, 1 or more. */
export function createBoundedMemory<Value>(size: number): BoundedMemory<Value> {
  // A map keeps the order in which names came in: what is used comes in again.
  const values = new Map<string, Value>();
  function keep(name: string, value: Value): void {
    values.delete(name);
    values.set(name, value);
    const oldest = values.size > size ? values.keys().next().value : undefined;
    if (oldest !== undefined) values.delete(oldest);
  }
  return {
    keep,
    get(name) {
      const value = values.get(name);
      if (value === undefined) return null;
      keep(name, value);
      return value;
    },
    drop(name) {
      values.delete(name);
    },
  };
}
