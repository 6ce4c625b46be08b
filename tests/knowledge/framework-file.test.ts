// The framework file: what is in it, and what a broken one says.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameworkSchema, labelSchema, optionIds, questionIds, questionsOf } from '../../src/domain/framework.ts';
import { KnowledgeFileError } from '../../src/knowledge/knowledge-file-error.ts';
import { defaultFrameworkFile, loadFramework, parseFramework } from '../../src/knowledge/load-framework.ts';

const content = readFileSync(defaultFrameworkFile, 'utf8');
const lines = content.split('\n');
const { framework, texts } = loadFramework();

/** The file with the first match of a pattern replaced, and the line it stood on. */
function broken(pattern: string, replacement: string): { readonly text: string; readonly line: number } {
  const line = lines.findIndex((text) => text.includes(pattern)) + 1;
  expect(line, `the file has ${pattern}`).toBeGreaterThan(0);
  return { text: content.replace(pattern, replacement), line };
}

function complaint(text: string): KnowledgeFileError {
  try {
    parseFramework(text, 'framework.yaml');
  } catch (error) {
    if (error instanceof KnowledgeFileError) return error;
    throw error;
  }
  throw new Error('the broken file was accepted');
}

describe('the framework', () => {
  it('has the fifteen questions in order, each with its own options', () => {
    expect(questionsOf(framework).map((question) => question.id)).toEqual(questionIds);
    for (const question of questionsOf(framework)) {
      expect(question.options.map((option) => option.id)).toEqual(optionIds[question.id]);
    }
  });

  it('can be stored and read back', () => {
    expect(frameworkSchema.parse(JSON.parse(JSON.stringify(framework)))).toEqual(framework);
  });

  it('calls the pillars what the card calls them', () => {
    expect(framework.pillars.map((pillar) => pillar.shortTitle)).toEqual([
      'Communication',
      'Coupling',
      'Undo',
      'Change',
      'Ownership',
    ]);
  });

  it.each(questionsOf(framework).map((question) => [question.id, question] as const))(
    'says why it asks %s in 40 to 90 words with a source',
    (_id, { why }) => {
      const words = why.text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(40);
      expect(words).toBeLessThanOrEqual(90);
      expect(why.sources.length).toBeGreaterThan(0);
    },
  );

  it('has labels that fit a button and differ within a question', () => {
    for (const question of [...questionsOf(framework), framework.consistencyQuestion]) {
      const labels = question.options.map((option) => labelSchema.parse(option.label));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('the texts about an option', () => {
  const options = questionsOf(framework).flatMap((question) =>
    question.options.map((option) => ({ question: question.id, option, text: texts.options[question.id][option.id] })),
  );
  const claims = {
    orchestration: { says: /orchestrat/i, never: /choreograph|either style|neither style|split/i },
    choreography: { says: /choreograph/i, never: /orchestrat|either style|neither style|split/i },
    hybrid: { says: /split/i, never: /either style|neither style/i },
    neither: { says: /either style|neither style/i, never: /split|choreograph|orchestrat/i },
  } as const;

  it.each(options.map(({ question, option, text }) => [`${question} ${option.id}`, option, text] as const))(
    'for %s claims the direction its weight has',
    (_name, option, text) => {
      expect(text).toBeDefined();
      const leans = text?.leans ?? 'neither';
      const sign = leans === 'orchestration' ? 1 : leans === 'choreography' ? -1 : 0;
      expect(sign).toBe(Math.sign(option.weight));
      expect(text?.long).toMatch(claims[leans].says);
      expect(text?.long).not.toMatch(claims[leans].never);
    },
  );

  it('say something different each', () => {
    for (const field of ['short', 'long', 'observation'] as const) {
      const all = options.map(({ text }) => text?.[field]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('the versions', () => {
  it('keep the framework’s version when only the wording changes', () => {
    const reworded = parseFramework(
      broken('label: The whole outcome', 'label: Everything').text,
      'other.yaml',
    ).framework;
    expect(reworded.version).toBe(framework.version);
    expect(reworded.wordingVersion).not.toBe(framework.wordingVersion);
  });

  it('change with a weight', () => {
    const heavier = parseFramework(broken('weight: 2', 'weight: 1').text, 'other.yaml').framework;
    expect(heavier.version).not.toBe(framework.version);
  });

  it('do not depend on the order of options in the file', () => {
    const option = (id: string) =>
      content.slice(content.indexOf(`      ${id}:\n        label`)).split(/\n(?= {2,6}\S)/)[0] ?? '';
    const [moderate, low] = [option('moderate'), option('low')];
    const swapped = content.replace(`${moderate}\n${low}`, `${low}\n${moderate}`);
    expect(swapped).not.toBe(content);
    expect(parseFramework(swapped, 'other.yaml').framework.version).toBe(framework.version);
  });
});

describe('a broken file', () => {
  it.each([
    ['a label too long for a button', 'label: The whole outcome', 'label: The whole outcome and a bit more', '24'],
    ['a weight out of range', 'weight: 2', 'weight: 3', '2'],
    ['half a weight', 'weight: 2', 'weight: 1.5', 'int'],
    [
      'a text that contradicts its weight',
      'leans: orchestration',
      'leans: choreography',
      'leans says choreography, but the weight is 2',
    ],
    ['an option nobody knows', '      sync_all:', '      sync_most:', 'sync_'],
    ['a question nobody knows', '  1b:', '  1d:', '1'],
    [
      'an empty text',
      'text: They cannot go on before everything has succeeded or failed.',
      "text: ''",
      '1a.options.sync_all.text',
    ],
    ['a link that is none', 'https://www.oreilly.com/library', 'nowhere', 'URL'],
    [
      'an observation that ends a sentence',
      'observation: the load is low',
      'observation: the load is low.',
      'end a sentence',
    ],
    ['a split that names no part', "'Split it: orchestrate {part},", "'Split it: orchestrate some,", '{part}'],
    ['a source that is not in the table', 'sources: [NSB-CONC, COND-FAQ]', 'sources: [NSB-CONC, NOWHERE]', 'NOWHERE'],
  ])('with %s is refused with file, line and reason', (_name, pattern, replacement, reason) => {
    const { text, line } = broken(pattern, replacement);
    const error = complaint(text);
    expect(error.message).toContain('framework.yaml:');
    expect(error.message).toContain(reason);
    expect(error.line).toBe(line);
  });

  it('with a mistake of syntax is refused with its line', () => {
    const { text, line } = broken('  1a:', '  1a: [');
    expect(complaint(text).line).toBeGreaterThanOrEqual(line);
  });

  it('with a question given twice is refused', () => {
    const { text, line } = broken('  1b:', '  1a:');
    expect(complaint(text).message).toBe(`framework.yaml:${line}: duplicated mapping key`);
  });

  it('with a text missing is refused at the option that lacks it', () => {
    const { text, line } = broken(
      '        short: The starter waits for the whole outcome',
      '        shirt: The starter',
    );
    const error = complaint(text);
    expect(error.message).toContain('1a.options.sync_all');
    expect(Math.abs((error.line ?? 0) - line)).toBeLessThanOrEqual(7);
  });

  it('that is empty is refused', () => {
    expect(complaint('').line).toBe(1);
  });

  it('that does not exist is refused by name', () => {
    expect(() => loadFramework('no-such-framework.yaml')).toThrow(/no-such-framework\.yaml/);
  });
});
