// The framework's fixed ids and the look-ups others rely on.
import { describe, expect, it } from 'vitest';
import {
  findOption,
  findQuestion,
  frameworkSchema,
  isOptionOf,
  isQuestionId,
  optionIds,
  pillarNumbers,
  pillarOf,
  pillarQuestionIds,
  questionIds,
  unknownOption,
} from '../../src/domain/framework.ts';
import { framework } from './verdict/arbitraries.ts';

describe('the ids of the framework', () => {
  it('put every question in exactly one pillar, the one its id begins with', () => {
    expect(pillarNumbers.flatMap((pillar) => pillarQuestionIds[pillar])).toEqual(questionIds);
    for (const id of questionIds) expect(String(pillarOf[id])).toBe(id.charAt(0));
  });

  it('keep don’t know apart from every option', () => {
    for (const options of Object.values(optionIds)) expect(options).not.toContain(unknownOption);
    expect(isOptionOf('1a', unknownOption)).toBe(false);
  });

  it('tell a question from anything else', () => {
    expect(isQuestionId('1a')).toBe(true);
    for (const other of ['6a', '1d', '', 'constructor']) expect(isQuestionId(other)).toBe(false);
  });
});

describe('looking things up', () => {
  it('finds a question, the consistency question included', () => {
    expect(findQuestion(framework, '4b')?.id).toBe('4b');
    expect(findQuestion(framework, '6a')?.id).toBe('6a');
  });

  it('finds an option of its own question only', () => {
    expect(findOption(framework, '1a', 'sync_all')?.weight).toBe(2);
    expect(findOption(framework, '1b', 'sync_all')).toBeUndefined();
    expect(findOption(framework, '1a', unknownOption)).toBeUndefined();
  });
});

describe('a framework read back from storage', () => {
  it('is refused when a weight or a link is out of order', () => {
    const heavy = JSON.stringify(framework).replace('"weight":2', '"weight":9');
    expect(frameworkSchema.safeParse(JSON.parse(heavy)).success).toBe(false);
    const unsafe = JSON.stringify(framework).replace('https://', 'javascript://');
    expect(frameworkSchema.safeParse(JSON.parse(unsafe)).success).toBe(false);
  });
});
