// Lets a sick embeddings endpoint rest, so that no question waits for it: words alone find passages meanwhile.
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import type { Embedder } from '../application/library.ts';

/** Failures in a row after which the endpoint is left alone: each has cost somebody the whole deadline. */
const FAILURES = 2;
const REST_MS = 30_000;

/** Signals that the endpoint rests, or is just being tried by another question. */
export class EmbedderRestsError extends Error {
  constructor() {
    super('the embeddings endpoint failed and is left alone for a while');
    this.name = 'EmbedderRestsError';
  }
}

/** The embedder behind a circuit breaker. After the rest one call tries it; others meanwhile are refused at once. */
export function withEmbedderRest({ embed }: Embedder): Embedder {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: REST_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  return {
    async embed(texts) {
      if (breaker.state === CircuitState.HalfOpen) throw new EmbedderRestsError();
      return breaker.execute(() => embed(texts));
    },
  };
}
