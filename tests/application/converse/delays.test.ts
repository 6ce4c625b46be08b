// An answer that takes long, fails or is not wanted any more: nobody waits without a word, and none stands twice.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AnswerQuestion, createAnswerQuestion } from '../../../src/application/advice/answer-question.ts';
import { createAnswerInThread } from '../../../src/application/converse/answer-in-thread.ts';
import { ask } from '../../../src/application/converse/ask.ts';
import { stopAnswering, withdraw } from '../../../src/application/converse/revise.ts';
import { answerEffect, talkAddress } from '../../../src/application/converse/talk-address.ts';
import type { EffectNudger } from '../../../src/application/owed-effects.ts';
import { loadCues } from '../../../src/knowledge/load-cues.ts';
import { createCardLedger } from '../../../src/redis/card-ledger.ts';
import { openCommandConnection } from '../../../src/redis/connection.ts';
import { createFeedback } from '../../../src/redis/feedback.ts';
import { createOwedEffects } from '../../../src/redis/owed-effects.ts';
import { createPace } from '../../../src/redis/pace.ts';
import { createTranscripts } from '../../../src/redis/transcripts.ts';
import { useRedis } from '../../support/redis.ts';
import { answerParts, createLocalGaps, rememberingLog } from '../advice/parts.ts';
import { openThreadInMemory, type ThreadInMemory } from './thread-in-memory.ts';

const house = useRedis();
const thread = { team: 'T1', channel: 'C1', threadTs: '1700000000.000100' };
const first = { ts: '1700000000.000100', text: 'is compensation just a rollback?' };
const second = { ts: '1700000001.000100', text: 'what is an outbox?' };
const fromPassages = createAnswerQuestion(answerParts(null));

let redis: ReturnType<typeof openCommandConnection>;
let talk: ThreadInMemory;
let now = 0;
let answerQuestion: AnswerQuestion;
let gaps = createLocalGaps(90);

/** Effects the workers were asked to look at. */
const nudged = new Set<string>();
const nudger: EffectNudger = {
  nudge(_, effects) {
    for (const effect of effects) nudged.add(effect);
  },
};

beforeAll(async () => {
  redis = openCommandConnection(house.url);
  await redis.connect();
});
afterAll(() => redis.disconnect());
beforeEach(async () => {
  await house.flush();
  talk = openThreadInMemory();
  gaps = createLocalGaps(90);
  now = secondsAfterAsking(0.1);
  answerQuestion = fromPassages;
  for (const { ts, text } of [first, second])
    await ask({ transcripts: transcripts(), owed: owed(), nudger }, { thread, ts, person: 'U1', text });
});

const transcripts = () => createTranscripts(redis, { days: 90 });
const owed = () => createOwedEffects(redis);

/** So long after the first question was asked, in milliseconds since 1970. */
function secondsAfterAsking(seconds: number): number {
  return Number(first.ts) * 1_000 + seconds * 1_000;
}

/** Runs the effect once, as a worker does. */
function run({ ts }: { readonly ts: string }) {
  const answerInThread = createAnswerInThread({
    owed: owed(),
    transcripts: transcripts(),
    gaps,
    answerQuestion: (...asked) => answerQuestion(...asked),
    cues: loadCues(),
    proposeAnswer: async () => null,
    findDecisionInThread: async () => null,
    pace: createPace(redis),
    ledger: createCardLedger(redis),
    talk,
    log: rememberingLog(),
    now: () => now,
    nonce: randomUUID,
  });
  return answerInThread(talkAddress(thread), ts);
}

/** The asker deletes a message. */
function deleteMessage(ts: string): Promise<void> {
  const feedback = createFeedback(redis, { days: 90 });
  return withdraw({ transcripts: transcripts(), owed: owed(), nudger, feedback, gaps, now: () => now }, thread, ts);
}

/** What stands in the thread now: the words in an answer's place, or who wrote the answer. */
function standing(): readonly string[] {
  return talk.states.map((states) => {
    const body = states.at(-1)?.body;
    if (body?.kind === 'delay') return body.stage;
    return body?.kind === 'answer' ? body.answer.by : 'nothing';
  });
}

/** An answer that waits for `goOn`, after its first claim where that is wanted. */
function heldUp({ afterClaims = 0 } = {}): { goOn(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  answerQuestion = async (asked, onClaim) => {
    const answer = await fromPassages(asked, () => {});
    for (const claim of answer.claims.slice(0, afterClaims)) onClaim(claim, answer.sources);
    await promise;
    for (const claim of answer.claims.slice(afterClaims)) onClaim(claim, answer.sources);
    return answer;
  };
  return { goOn: () => resolve() };
}

function failing(): void {
  answerQuestion = async () => {
    throw new Error('an accident of ours');
  };
}

describe('an answer that takes long', () => {
  test('is announced before twenty seconds are over, and takes the place of those words', async () => {
    now = secondsAfterAsking(11.99);
    const { goOn } = heldUp();
    const running = run(first);
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['working']);
    goOn();
    expect(await running).toEqual({ done: true });
    expect(standing()).toEqual(['passages']);
  });

  test('is announced to whoever waits behind it as well, in order', async () => {
    now = secondsAfterAsking(14);
    expect(await run(second)).toMatchObject({ done: false });
    expect(standing()).toEqual([]);
    const { goOn } = heldUp();
    const running = run(first);
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['working']);
    expect(await run(second)).toMatchObject({ done: false });
    expect(standing()).toEqual(['working', 'working']);
    goOn();
    await running;
    expect(await run(second)).toEqual({ done: true });
    expect(standing()).toEqual(['passages', 'passages']);
  });
});

test('a question is answered though many more were asked after it', async () => {
  for (let count = 10; count < 40; count += 1)
    await transcripts().keep(thread, { id: `17000000${count}.000100`, from: 'person', person: 'U1', text: 'and?' });
  expect(await run(first)).toEqual({ done: true });
  expect(standing()).toEqual(['passages']);
});

describe('an accident', () => {
  test('that passes at once is never seen', async () => {
    failing();
    await expect(run(first)).rejects.toThrow('an accident of ours');
    expect(standing()).toEqual([]);
    answerQuestion = fromPassages;
    expect(await run(first)).toEqual({ done: true });
    expect(talk.states.map((states) => states.length)).toEqual([1]);
    expect(standing()).toEqual(['passages']);
  });

  test('that lasts is told once, and the answer comes in the same message', async () => {
    failing();
    for (const seconds of [1, 6, 9, 14]) {
      now = secondsAfterAsking(seconds);
      await expect(run(first)).rejects.toThrow('an accident of ours');
    }
    expect(talk.states.map((states) => states.length)).toEqual([1]);
    expect(standing()).toEqual(['trouble']);
    answerQuestion = fromPassages;
    expect(await run(first)).toEqual({ done: true });
    expect(standing()).toEqual(['passages']);
    expect(await transcripts().latest(thread, 9)).toHaveLength(3);
  });

  test('that never ends is given up, said so once, and holds up nobody after it', async () => {
    failing();
    now = secondsAfterAsking(400);
    await expect(run(first)).rejects.toThrow('an accident of ours');
    expect(standing()).toEqual(['trouble']);
    expect(await run(first)).toEqual({ done: true });
    expect(standing()).toEqual(['over']);
    answerQuestion = fromPassages;
    await run(first);
    expect(await run(second)).toEqual({ done: true });
    expect(standing()).toEqual(['over', 'passages']);
    expect(await owed().owedAt(talkAddress(thread))).toEqual([]);
  });

  test('after claims were shown leaves them standing until the whole answer is there', async () => {
    now = secondsAfterAsking(8);
    const { goOn } = heldUp({ afterClaims: 1 });
    const whole = answerQuestion;
    answerQuestion = async (asked, onClaim) => {
      await whole(asked, onClaim);
      throw new Error('an accident of ours');
    };
    const running = run(first);
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['model']);
    goOn();
    await expect(running).rejects.toThrow('an accident of ours');
    expect(standing()).toEqual(['model']);
    answerQuestion = fromPassages;
    await run(first);
    expect(standing()).toEqual(['passages']);
  });
});

describe('a question nobody wants answered any more', () => {
  test('gets no answer when it is deleted meanwhile, and is nowhere in what follows', async () => {
    const { goOn } = heldUp();
    const running = run(first);
    await deleteMessage(first.ts);
    goOn();
    expect(await running).toEqual({ done: true });
    expect(standing()).toEqual([]);
    expect((await transcripts().latest(thread, 9)).map(({ text }) => text)).toEqual([second.text]);
    expect(await owed().owedAt(talkAddress(thread))).toEqual([answerEffect(second.ts)]);
  });

  test('keeps what was shown, with its sources, when it is stopped', async () => {
    const { goOn } = heldUp({ afterClaims: 1 });
    const running = run(first);
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['model']);
    expect(await stopAnswering({ owed: owed(), nudger }, thread)).toBe(2);
    await running;
    goOn();
    const last = talk.states[0]?.at(-1);
    expect(last).toMatchObject({ done: true, body: { kind: 'answer', answer: { sources: [{ number: 1 }] } } });
    expect(last?.body.kind === 'answer' && last.body.answer.claims).toHaveLength(1);
    await run(second);
    expect(talk.states).toHaveLength(1);
  });

  test('after six hours gets no answer, and no promise of one stays', async () => {
    failing();
    now = secondsAfterAsking(6);
    await expect(run(first)).rejects.toThrow('an accident of ours');
    answerQuestion = fromPassages;
    now = secondsAfterAsking(7 * 3_600);
    expect(await run(first)).toEqual({ done: true });
    expect(await run(second)).toEqual({ done: true });
    expect(standing()).toEqual(['stopped']);
  });

  test('is told so where words stood in its place', async () => {
    now = secondsAfterAsking(11.99);
    const { goOn } = heldUp();
    const running = run(first);
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['working']);
    await stopAnswering({ owed: owed(), nudger }, thread);
    goOn();
    await running;
    expect(standing()).toEqual(['stopped']);
  });

  test.each([
    ['it is stopped', () => stopAnswering({ owed: owed(), nudger }, thread)],
    ['it is deleted', () => deleteMessage(second.ts)],
  ])('keeps no promise of an answer while it waits for its turn and %s', async (_, giveUp) => {
    now = secondsAfterAsking(14);
    const { goOn } = heldUp();
    const running = run(first);
    await expect.poll(standing, { timeout: 10_000 }).toEqual(['working']);
    await run(second);
    expect(standing()).toEqual(['working', 'working']);
    nudged.clear();
    await giveUp();
    expect(nudged).toContain(answerEffect(second.ts));
    expect(await run(second)).toEqual({ done: true });
    expect(standing()[1]).toBe('stopped');
    goOn();
    await running;
  });
});

describe('a question without an answer', () => {
  const unanswerable = { ts: '1700000002.000100', text: 'what is the weather in Berlin tomorrow?' };
  const asGap = { question: unanswerable.text, reason: 'other-subject', count: 1 };
  const kept = () => gaps.list(thread.team, now);

  beforeEach(async () => {
    await stopAnswering({ owed: owed(), nudger }, thread);
    const parts = { transcripts: transcripts(), owed: owed(), nudger };
    await ask(parts, { thread, ...unanswerable, person: 'U1' });
  });

  test('is kept as a gap, and forgotten when it is deleted', async () => {
    await run(unanswerable);
    expect(standing()).toEqual(['none']);
    expect(await kept()).toMatchObject([asGap]);
    await deleteMessage(unanswerable.ts);
    expect(await kept()).toEqual([]);
  });

  test('is no gap when it is deleted while it is looked up, however late that ends', async () => {
    const { goOn } = heldUp();
    const running = run(unanswerable);
    await deleteMessage(unanswerable.ts);
    goOn();
    await running;
    expect(await kept()).toEqual([]);
  });

  test('leaves no words where not everybody may read them', async () => {
    talk = { ...talk, isPublic: async () => false };
    await run(unanswerable);
    expect(await kept()).toMatchObject([{ ...asGap, question: null }]);
  });

  test('is no gap where it could be answered', async () => {
    await run(unanswerable);
    await ask({ transcripts: transcripts(), owed: owed(), nudger }, { thread, ...first, person: 'U1' });
    await run(first);
    expect(await kept()).toMatchObject([asGap]);
  });
});
