// Ends a process in good order when it is told to.

/** How a process ends: `onSignal` hears of it first, then `close` runs, and what it throws goes to `onFail`. */
export type Ending = {
  readonly onSignal: (signal: string) => void;
  readonly close: () => Promise<void>;
  readonly onFail: (error: unknown) => void;
};

/** Ends at SIGTERM or SIGINT, once. To be called before the start is over: a process told to end meanwhile ends after it. */
export function endOnSignal({ onSignal, close, onFail }: Ending): void {
  let isEnding = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      onSignal(signal);
      close().then(() => process.exit(0), onFail);
    });
}
