// What a click is answered with when only the person who clicked is to see it.

/** Where somebody clicked; null in a modal or on the Home tab. */
type Clicked = { readonly ts: string; readonly thread_ts?: string | null | undefined } | null | undefined;

/** An answer for a `response_url`. */
export type PrivateReply = {
  readonly response_type: 'ephemeral';
  readonly replace_original: false;
  readonly text: string;
  readonly thread_ts?: string;
};

/**
 * The answer as a body for the click's `response_url`. After a click in a thread it appears in that thread: left to itself
 * Slack shows it in the channel, where somebody who reads the thread does not see it. A root card may have been clicked in
 * the channel, so its answer stays there.
 */
export function privateReply(text: string, clicked: Clicked): PrivateReply {
  const thread = clicked?.thread_ts;
  return {
    response_type: 'ephemeral',
    replace_original: false,
    text,
    ...(thread && thread !== clicked?.ts ? { thread_ts: thread } : {}),
  };
}
