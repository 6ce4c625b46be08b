// What the styles are called in the middle of a sentence.
import type { Style } from '../../domain/verdict/verdict.ts';

/** A style's name, without a capital. */
export const styleNames = {
  orchestration: 'orchestration',
  choreography: 'choreography',
  hybrid: 'a split',
  open: 'no clear winner',
} as const satisfies Readonly<Record<Style, string>>;
