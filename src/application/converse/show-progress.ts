// Shows claims of an answer while more arrive: as a stream where there is one, else by editing one message.
import type { NumberedClaim, Source } from '../advice/answer.ts';
import type { OnClaim } from '../advice/asked.ts';
import { UPDATES } from '../allowances.ts';
import { showReply } from './show-reply.ts';
import { createReplyStream, type StreamedReply, type StreamReplyParts } from './stream-reply.ts';
import type { Reply } from './talk-surface.ts';

/** The first claim is shown after this long, so that an answer that is there at once is one post. */
const FIRST_MS = 150;
/** More claims are shown this often: an edit a second is what a message takes, a stream takes more. */
const EDIT_MS = 1_200;
const STREAM_MS = 500;

/** An answer on its way. */
export type Progress = {
  readonly onClaim: OnClaim;
  /** Waits for what is being shown; nothing is shown after it. */
  stop(): Promise<void>;
  /** Shows the finished reply; answers its `ts`, or null where the place takes none. */
  finish(reply: Reply): Promise<string | null>;
};

/** Begins. What cannot be shown on the way is made good by the next claim, or by the finished reply. */
export function showProgress(parts: StreamReplyParts, streamed: StreamedReply): Progress {
  const { thread, id } = streamed;
  const stream = createReplyStream(parts, streamed);
  let claims: readonly NumberedClaim[] = [];
  let sources: readonly Source[] = [];
  let shown = 0;
  let interval = EDIT_MS;
  let isOver = false;
  let timer: NodeJS.Timeout | null = null;
  let showing: Promise<void> = Promise.resolve();

  function plan(): void {
    if (isOver || timer !== null || claims.length === shown) return;
    timer = setTimeout(
      () => {
        showing = show()
          .catch((error: unknown) => parts.log.warn('progress not shown', { channel: thread.channel }, error))
          .finally(() => {
            timer = null;
            plan();
          });
      },
      shown === 0 ? FIRST_MS : interval,
    );
  }

  async function show(): Promise<void> {
    const now = claims;
    shown = now.length;
    const isStreamed = await stream.show(now);
    interval = isStreamed ? STREAM_MS : EDIT_MS;
    if (isStreamed) return;
    if ((await parts.pace.take(thread.team, [UPDATES], parts.now())) > 0) return;
    const versions = { knowledge: '', advisor: null };
    const answer = {
      by: 'model',
      claims: now,
      sources,
      nearest: [],
      noAnswer: null,
      fallback: null,
      versions,
    } as const;
    await showReply(parts, thread, { id, body: { kind: 'answer', answer }, done: false });
  }

  return {
    onClaim(claim, numbered) {
      claims = [...claims, claim];
      sources = numbered;
      plan();
    },
    async stop() {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      await showing;
    },
    finish: async (reply) => (await stream.finish(reply)) ?? showReply(parts, thread, reply),
  };
}
