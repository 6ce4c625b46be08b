// Search by words and by meaning are fused; without an answer from the endpoint, words alone are left.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedSearch, fuseByReciprocalRank } from '../../src/knowledge/embedded-search.ts';
import { openLibrary } from '../../src/knowledge/library.ts';

const library = openLibrary();
const question = { text: 'two services must be up at the same time', context: null };
const ids = (found: readonly { readonly passage: { readonly id: string } }[]) => found.map(({ passage }) => passage.id);

/** Near the passage about Cadence, far from all others. */
function vectorOf(text: string): readonly number[] {
  return text.startsWith('What is Cadence') || text === question.text ? [1, 0] : [0, 1];
}

const embedder = { embed: async (texts: readonly string[]) => texts.map(vectorOf) };

describe('Fusing by reciprocal rank', () => {
  it('keeps every id once', () => {
    const order = fc.uniqueArray(fc.string(), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 4 }), (orders) => {
        expect([...fuseByReciprocalRank(orders)].sort()).toEqual([...new Set(orders.flat())].sort());
      }),
    );
  });

  it('changes nothing about a single order', () => {
    expect(fuseByReciprocalRank([['a', 'b', 'c']])).toEqual(['a', 'b', 'c']);
  });

  it('puts first what both orders like', () => {
    const fused = fuseByReciprocalRank([
      ['a', 'b', 'c'],
      ['d', 'b', 'e'],
    ]);
    expect(fused[0]).toBe('b');
  });
});

describe('Search with embeddings', () => {
  it('brings in what only the meaning finds', async () => {
    const search = await embeddedSearch(library, { passages: embedder, questions: embedder });
    expect(ids(library.search(question))).not.toContain('t8-cadence');
    expect(ids(await search(question)).slice(0, 5)).toContain('t8-cadence');
  });

  it('falls back to words when the endpoint fails', async () => {
    const embed = () => Promise.reject(new Error('unreachable'));
    const search = await embeddedSearch(library, { passages: embedder, questions: { embed } });
    expect(ids(await search(question))).toEqual(ids(library.search(question)));
  });
});
