// Builds a table with one entry for every scored question.
import type { QuestionId } from './framework.ts';

/** Builds one entry for every scored question. */
export function forEachQuestion<Entry>(build: (question: QuestionId) => Entry): Record<QuestionId, Entry> {
  return {
    '1a': build('1a'),
    '1b': build('1b'),
    '1c': build('1c'),
    '2a': build('2a'),
    '2b': build('2b'),
    '2c': build('2c'),
    '3a': build('3a'),
    '3b': build('3b'),
    '3c': build('3c'),
    '4a': build('4a'),
    '4b': build('4b'),
    '4c': build('4c'),
    '5a': build('5a'),
    '5b': build('5b'),
    '5c': build('5c'),
  };
}
