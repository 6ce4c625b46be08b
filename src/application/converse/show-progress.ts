// Shows claims of an answer while more arrive: as a stream where there is one, else by editing one message; and a word
// where none arrive.
import type { NumberedClaim, Source } from '../advice/answer.ts';
import type { OnClaim } from '../advice/asked.ts';
import { updatesFor } from '../allowances.ts';
import { sayDelay, untilLate } from './say-delay.ts';
import { showReply } from './show-reply.ts';
import { createReplyStream, type StreamedReply, type StreamReplyParts } from './stream-reply.ts';
import type { Reply } from './talk-surface.ts';

/** The first claim is shown after this long, so that an answer that is there at once is one post. */
const FIRST_MS = 150;
/** More claims are shown this often: an edit a second is what a message takes, a stream takes more. */
const EDIT_MS = 1_200;
const STREAM_MS = 500;
/** Whether the question still stands is looked up this often: who stops an answer does not wait for the model. */
const WATCH_MS = 500;

/** An answer on its way. */
export type Progress = {
  readonly onClaim: OnClaim;
  /** Waits for what is being shown; nothing is shown after it. */
  stop(): Promise<void>;
  /** Shows the finished reply; answers its `ts`, or null where the place takes none. */
  finish(reply: Reply): Promise<string | null>;
  /** Resolves when the question does not stand any more. */
  readonly unwanted: Promise<void>;
  /** Ends it unfinished: the claims that were shown stay and get their sources; words in their place become the last. */
  abandon(): Promise<void>;
};

/** Whose progress: `isWanted` tells whether the question still stands. */
export type ProgressOf = StreamedReply & { isWanted(): Promise<boolean> };

/** Begins. What cannot be shown on the way is made good by the next claim, or by the finished reply. */
export function showProgress(parts: StreamReplyParts, progressOf: ProgressOf): Progress {
  const { thread, id, isWanted } = progressOf;
  const stream = createReplyStream(parts, progressOf);
  let claims: readonly NumberedClaim[] = [];
  let sources: readonly Source[] = [];
  let planned = 0;
  let standing = 0;
  let interval = EDIT_MS;
  let isOver = false;
  let timer: NodeJS.Timeout | null = null;
  let showing: Promise<void> = Promise.resolve();

  /** One after the other, so that nothing is posted twice. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    showing = showing
      .then(async () => {
        if (!isOver && (await isWanted())) await work();
      })
      .catch((error: unknown) => parts.log.warn('progress not shown', { channel: thread.channel }, error));
    return showing;
  }

  const late = setTimeout(
    () => inTurn(() => sayDelay(parts, { thread, ts: id }, 'working')),
    untilLate(parts, { thread, ts: id }),
  );

  const { promise: unwanted, resolve: giveUp } = Promise.withResolvers<void>();
  const watch = setInterval(() => {
    isWanted().then(
      (isSo) => isSo || giveUp(),
      // A store that cannot be asked says nothing about the question.
      () => {},
    );
  }, WATCH_MS);

  function plan(): void {
    if (isOver || timer !== null || claims.length === planned) return;
    const wait = planned === 0 ? FIRST_MS : interval;
    timer = setTimeout(() => {
      void inTurn(show).finally(() => {
        timer = null;
        plan();
      });
    }, wait);
  }

  async function show(): Promise<void> {
    const now = claims;
    planned = now.length;
    const isStreamed = await stream.show(now);
    interval = isStreamed ? STREAM_MS : EDIT_MS;
    if (!isStreamed) {
      if ((await parts.pace.take(thread.team, updatesFor('now'), parts.now())) > 0) return;
      await showReply(parts, thread, { id, body: { kind: 'answer', answer: soFar(now, sources) }, done: false });
    }
    standing = now.length;
  }

  async function stop(): Promise<void> {
    isOver = true;
    clearTimeout(late);
    clearInterval(watch);
    if (timer !== null) clearTimeout(timer);
    await showing;
  }

  async function finish(reply: Reply): Promise<string | null> {
    await stop();
    return (await stream.finish(reply)) ?? showReply(parts, thread, reply);
  }

  return {
    onClaim(claim, numbered) {
      claims = [...claims, claim];
      sources = numbered;
      plan();
    },
    stop,
    finish,
    unwanted,
    async abandon() {
      await stop();
      const body = { kind: 'answer', answer: soFar(claims.slice(0, standing), sources) } as const;
      if (standing === 0) await sayDelay(parts, { thread, ts: id }, 'stopped');
      else await finish({ id, body, done: true });
    },
  };
}

/** The answer as far as it has come, with the sources its claims cite. */
function soFar(claims: readonly NumberedClaim[], sources: readonly Source[]) {
  const cited = new Set(claims.flatMap((claim) => claim.sources));
  return {
    by: 'model',
    claims,
    sources: sources.filter(({ number }) => cited.has(number)),
    nearest: [],
    noAnswer: null,
    fallback: null,
    versions: { knowledge: '', advisor: null },
  } as const;
}
