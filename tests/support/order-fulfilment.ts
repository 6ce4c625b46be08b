// The answers of the example most tests walk: order fulfilment.
import type { QuestionId } from '../../src/domain/framework.ts';

/** Answers that speak for orchestration, with a case for choreography in the fourth pillar; 15 answers. */
export const orchestrated = {
  '1a': 'no',
  '1b': 'never',
  '1c': 'moderate',
  '2a': 'mixed',
  '2b': 'some',
  '2c': 'complex',
  '3a': 'several',
  '3b': 'wide',
  '3c': '2',
  '4a': 'some',
  '4b': 'reactors',
  '4c': 'one',
  '5a': 'one',
  '5b': 'one',
  '5c': 'whole',
} as const satisfies Partial<Record<QuestionId, string>>;

/** Answers of the design's own example: split, with payment and refund as the part. */
export const split = {
  ...orchestrated,
  '1a': 'sync_part',
  '5c': 'part',
} as const satisfies Partial<Record<QuestionId, string>>;
