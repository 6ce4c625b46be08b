// Misbehaviour on demand: what a call, a response_url or a delivery shall suffer, and how often.
import type { Json } from './model.ts';

/** How something goes wrong. */
export type FaultKind =
  /** Slack answers `ok: false` with this code, nothing happens. */
  | { readonly kind: 'error'; readonly code: string }
  /** An HTTP status without a Slack answer, nothing happens. */
  | { readonly kind: 'http'; readonly status: number }
  /** 429 with Retry-After, nothing happens. */
  | { readonly kind: 'rate_limited'; readonly seconds: number }
  /** The rest happens later (real milliseconds). */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Nothing happens and no answer ever comes. */
  | { readonly kind: 'drop_before' }
  /** It happens, but no answer ever comes. */
  | { readonly kind: 'timeout_after_effect' }
  /** The connection is cut before anything happens. */
  | { readonly kind: 'reset_connection' }
  /** It happens, then the connection is cut. */
  | { readonly kind: 'reset_after_effect' };

/** A fault and whom it meets. */
export type Fault = FaultKind & {
  /** A Web API method, `*` for any of them, `response_url`, `upload`, or `socket` for deliveries to the app. */
  readonly method: string;
  /** Only calls with these arguments (for `socket`: the payload). */
  readonly match?: (args: Json) => boolean;
  /** How often; once unless said, Infinity for always. */
  readonly times?: number;
};

/** What one call suffers: first a wait, then perhaps something worse. */
export interface Suffering {
  readonly delayMs: number;
  readonly fault: Exclude<FaultKind, { kind: 'delay' }> | undefined;
}

/** The faults waiting to happen. */
export interface FaultList {
  /** Adds a fault; answers a function that takes it back. */
  add(fault: Fault): () => void;
  /** What this call suffers now; uses the faults up. */
  take(method: string, args: Json): Suffering;
  clear(): void;
}

/** Makes an empty list. */
export function createFaults(): FaultList {
  const waiting = new Map<symbol, { readonly fault: Fault; left: number }>();

  function meets(fault: Fault, method: string, args: Json): boolean {
    const anyMethod = fault.method === '*' && method !== 'socket';
    return (fault.method === method || anyMethod) && (fault.match?.(args) ?? true);
  }

  return {
    add(fault) {
      const key = Symbol(fault.method);
      waiting.set(key, { fault, left: fault.times ?? 1 });
      return () => {
        waiting.delete(key);
      };
    },
    take(method, args) {
      let delayMs = 0;
      for (const [key, entry] of waiting) {
        const { fault } = entry;
        if (!meets(fault, method, args)) {
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) {
          waiting.delete(key);
        }
        if (fault.kind !== 'delay') {
          return { delayMs, fault };
        }
        delayMs += fault.ms;
      }
      return { delayMs, fault: undefined };
    },
    clear() {
      waiting.clear();
    },
  };
}
