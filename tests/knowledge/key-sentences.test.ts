// A body is cut into sentences that can be quoted.
import { describe, expect, it } from 'vitest';
import { keySentences } from '../../src/knowledge/key-sentences.ts';

describe('Key sentences', () => {
  it('end where a sentence ends', () => {
    expect(keySentences('One thing. Another thing? A third!')).toEqual(['One thing.', 'Another thing?', 'A third!']);
  });

  it('join lines that only wrap', () => {
    expect(keySentences('One thing\nthat wraps. And more.')).toEqual(['One thing that wraps.', 'And more.']);
  });

  it('give each entry of a list, and the line before it', () => {
    expect(keySentences('Two gains:\n\n- The first.\n- The second.')).toEqual([
      'Two gains:',
      'The first.',
      'The second.',
    ]);
    expect(keySentences('Steps:\n1. Ask.\n2. Answer.')).toEqual(['Steps:', 'Ask.', 'Answer.']);
  });

  it.each([
    'An event, e.g. an order, has happened.',
    'Camunda 8.9 and version 10.2 need no change.',
    'It runs on Node.js and .NET with few changes.',
    'The book by N. Ford and others says so.',
    'Tools vs. habits is the question.',
  ])('do not cut: %s', (sentence) => {
    expect(keySentences(`${sentence} Next.`)).toEqual([sentence, 'Next.']);
  });
});
