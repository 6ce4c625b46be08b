// All measurements, in the order they run: those that need quiet first.
import type { Measurement } from './row.ts';
import { throughput } from './rows/throughput.ts';

/** See above. */
export const measurements: readonly Measurement[] = [...throughput];
