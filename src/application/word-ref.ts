// Makes references to words people wrote.
import { createHash } from 'node:crypto';
import type { WordRef } from '../domain/decision/refs.ts';

/**
 * The reference to a text within a decision. The same words give the same reference, so that two people who name the
 * same part are seen to agree without anybody reading the words; case and spacing do not count.
 */
export function wordRef(decisionId: string, words: string): WordRef {
  const same = words.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
  return createHash('sha256').update(`${decisionId}\u0000${same}`).digest('base64url').slice(0, 16);
}

/** A decision's id, from the delivery that starts it: the same delivery a second time is the same decision. */
export function decisionIdFor(team: string, deliveryKey: string): string {
  return `d${createHash('sha256')
    .update(`${team}\u0000${deliveryKey}`)
    .digest('base64url')
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, 14)}`;
}
