// The playground's clock: real time plus what was skipped, with alarms that skipping sets off in order.

/** Time in the playground. Everything Slack would measure in minutes (limits, expiry, redelivery) is measured by it. */
export interface PlaygroundClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds skipped so far. */
  offset(): number;
  /** Skips `ms` milliseconds (0 or more); alarms on the way go off in the order of their times. */
  advance(ms: number): void;
  /** Runs `task` once it is `time`; answers a function that cancels it. */
  at(time: number, task: () => void): () => void;
  /** Forgets all alarms. */
  close(): void;
}

interface Alarm {
  readonly time: number;
  readonly task: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** Longest delay a Node timer can take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Makes a clock over `base` (milliseconds since 1970), already skipped ahead by `startOffset`. */
export function createClock(base: () => number, startOffset: number): PlaygroundClock {
  const alarms = new Set<Alarm>();
  let skipped = startOffset;

  function now(): number {
    return base() + skipped;
  }

  function arm(alarm: Alarm): void {
    const wait = Math.min(Math.max(alarm.time - now(), 0), LONGEST_TIMER);
    alarm.timer = setTimeout(() => {
      if (alarm.time > now()) {
        arm(alarm);
        return;
      }
      alarms.delete(alarm);
      alarm.task();
    }, wait);
    alarm.timer.unref();
  }

  function cancel(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    alarms.delete(alarm);
  }

  function earliestDue(limit: number): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of alarms) {
      if (alarm.time <= limit && (first === undefined || alarm.time < first.time)) {
        first = alarm;
      }
    }
    return first;
  }

  return {
    now,
    offset: () => skipped,
    advance(ms) {
      const target = now() + Math.max(ms, 0);
      for (let alarm = earliestDue(target); alarm !== undefined; alarm = earliestDue(target)) {
        skipped += Math.max(alarm.time - now(), 0);
        cancel(alarm);
        alarm.task();
      }
      skipped += Math.max(target - now(), 0);
      for (const alarm of alarms) {
        clearTimeout(alarm.timer);
        arm(alarm);
      }
    },
    at(time, task) {
      const alarm: Alarm = { time, task, timer: undefined };
      alarms.add(alarm);
      arm(alarm);
      return () => cancel(alarm);
    },
    close() {
      for (const alarm of [...alarms]) {
        cancel(alarm);
      }
    },
  };
}
