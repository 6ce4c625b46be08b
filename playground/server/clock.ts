// The playground's clock: real time plus what was skipped, with alarms that skipping sets off in order.

/** Time in the playground. Everything Slack would measure in minutes (limits, expiry, redelivery) is measured by it. */
export interface PlaygroundClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds skipped so far. */
  offset(): number;
  /** Skips `ms` milliseconds (0 or more); alarms on the way go off in the order of their times. */
  advance(ms: number): void;
  /** Runs `task` once it is `time` (milliseconds since 1970). */
  at(time: number, task: () => void): void;
  /** Forgets all alarms. */
  close(): void;
}

interface Alarm {
  readonly time: number;
  readonly task: () => void;
}

/** Longest delay a Node timer can take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Makes a clock over `base` (milliseconds since 1970), already skipped ahead by `startOffset`. */
export function createClock(base: () => number, startOffset: number): PlaygroundClock {
  /** Ordered by time; alarms of one time keep the order they were set in. */
  const alarms: Alarm[] = [];
  let skipped = startOffset;
  let timer: NodeJS.Timeout | undefined;

  function now(): number {
    return base() + skipped;
  }

  function ringDue(limit: number): void {
    for (let [next] = alarms; next !== undefined && next.time <= limit; [next] = alarms) {
      skipped += Math.max(next.time - now(), 0);
      alarms.shift();
      next.task();
    }
  }

  function armTimer(): void {
    clearTimeout(timer);
    const [next] = alarms;
    if (next !== undefined) {
      timer = setTimeout(
        () => {
          ringDue(now());
          armTimer();
        },
        Math.min(Math.max(next.time - now(), 0), LONGEST_TIMER),
      );
      timer.unref();
    }
  }

  return {
    now,
    offset: () => skipped,
    advance(ms) {
      const target = now() + Math.max(ms, 0);
      ringDue(target);
      skipped += Math.max(target - now(), 0);
      armTimer();
    },
    at(time, task) {
      alarms.splice(firstLater(alarms, time), 0, { time, task });
      armTimer();
    },
    close() {
      clearTimeout(timer);
      alarms.length = 0;
    },
  };
}

/** Index of the first alarm later than `time` (binary search). */
function firstLater(alarms: readonly Alarm[], time: number): number {
  let low = 0;
  let high = alarms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const alarm = alarms[middle];
    if (alarm !== undefined && alarm.time <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
