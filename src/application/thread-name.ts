// How a thread, or a message, is named in one word: where "one decision a thread" is kept, and budgets and gaps are counted.

/** `channel:ts`, of the thread's first message. */
export function threadName(channel: string, threadTs: string): string {
  return `${channel}:${threadTs}`;
}
