// Words are cut, stemmed, grouped and corrected the same way for passages and questions.
import { describe, expect, it } from 'vitest';
import { speller } from '../../src/knowledge/search/spelling.ts';
import { groupFinder } from '../../src/knowledge/search/word-groups.ts';
import { stem, wordsOf } from '../../src/knowledge/search/words.ts';

describe('Words', () => {
  it('lose capitals and accents, and keep names with signs', () => {
    expect(wordsOf('Größe der Événements in C# und .NET')).toEqual([
      'grosse',
      'der',
      'evenements',
      'in',
      'csharp',
      'und',
      'dotnet',
    ]);
  });

  it.each([
    ['retries', 'retry'],
    ['orchestrating', 'orchestrated'],
    ['stopped', 'stopping'],
    ['steps', 'step'],
    ['Koordinierung', 'koordinieren'],
  ])('%s and %s have one stem', (one, other) => {
    expect(stem(one.toLowerCase())).toBe(stem(other.toLowerCase()));
  });

  it('short words stay as they are', () => {
    expect(stem('saga')).toBe('saga');
    expect(stem('less')).toBe('less');
  });
});

describe('Groups of words', () => {
  const groupsOf = groupFinder({ undo: ['undo', 'roll back', 'kompens*'], split: ['cut in two'] });
  const of = (text: string) => groupsOf(wordsOf(text));

  it('are found by a word, by any ending after a star, and by a phrase', () => {
    expect(of('we undo it')).toEqual(['~undo']);
    expect(of('Kompensation')).toEqual(['~undo']);
    expect(of('can it roll back?')).toEqual(['~undo']);
    expect(of('back on a roll')).toEqual([]);
  });

  it('are named once, however many words there are', () => {
    expect(of('undo, roll back, cut in two')).toEqual(['~undo', '~split']);
  });
});

describe('Spelling', () => {
  const spell = speller(
    new Map([
      ['compensation', 9],
      ['choreography', 9],
      ['coupling', 5],
      ['saga', 9],
      ['event', 9],
    ]),
  );

  it.each([
    ['compnsation', 'compensation'],
    ['choregraphy', 'choreography'],
    ['copuling', 'coupling'],
    ['saga', 'saga'],
    ['evnt', 'evnt'],
    ['mountain', 'mountain'],
  ])('reads %s as %s', (written, meant) => {
    expect(spell(written)).toBe(meant);
  });
});
