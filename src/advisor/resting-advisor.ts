// Lets a sick provider rest, so that nobody waits for it.
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult, isBrokenCircuitError } from 'cockatiel';
import type { Advisor, AdvisorResult, ProposalResult, StepsResult } from '../application/advisor.ts';

/** Failures in a row after which the provider is left alone. */
const FAILURES = 3;

/** When it is left alone, and for how long (milliseconds). */
export type RestSettings = { readonly failures?: number; readonly restMs?: number };

/**
 * The advisor behind a circuit breaker. Outages, timeouts and rate limits count as failures; a refusal or a malformed
 * answer is about one question and does not. After the rest one question tries it; others meanwhile do not wait for it.
 */
export function withRest(advisor: Advisor, { failures = FAILURES, restMs = 30_000 }: RestSettings = {}): Advisor {
  const breaker = circuitBreaker(handleWhenResult(isFailure), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failures),
  });

  async function guarded<Result>(call: () => Promise<Result>): Promise<Result | Resting> {
    if (breaker.state === CircuitState.HalfOpen) return resting;
    try {
      return await breaker.execute(call);
    } catch (error) {
      if (isBrokenCircuitError(error)) return resting;
      throw error;
    }
  }

  return {
    version: advisor.version,
    explain: (request, hooks): Promise<AdvisorResult> => guarded(() => advisor.explain(request, hooks)),
    propose: (request, signal): Promise<ProposalResult> => guarded(() => advisor.propose(request, signal)),
    writeSteps: (request, signal): Promise<StepsResult> => guarded(() => advisor.writeSteps(request, signal)),
  };
}

const resting = { outcome: 'unavailable', reason: 'resting' } as const;
type Resting = typeof resting;

function isFailure(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'outcome' in result && result.outcome === 'unavailable';
}
