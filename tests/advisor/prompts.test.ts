// Prompt files: checked at start, filled in one pass, data never instructions.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPromptsFolder, loadPrompts } from '../../src/advisor/load-prompts.ts';
import { PromptFileError } from '../../src/advisor/prompt-file-error.ts';
import { writeExplanation, writeProposal } from '../../src/advisor/write-prompt.ts';
import { redact } from '../../src/application/advice/redact.ts';
import type { AdvisorRequest } from '../../src/application/advisor.ts';
import { forAll } from '../support/for-all.ts';

const names = ['explain', 'task-answer', 'task-why', 'task-recommendation', 'propose', 'steps'];

/** The real prompts in a folder of their own, one of them changed. */
function folderWith(name: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'downbeat-prompts-'));
  for (const each of names) {
    const text = readFileSync(join(defaultPromptsFolder, `${each}.md`), 'utf8');
    writeFileSync(join(folder, `${each}.md`), each === name ? change(text) : text);
  }
  return folder;
}

function complaint(folder: string): PromptFileError {
  try {
    loadPrompts(folder);
  } catch (error) {
    if (error instanceof PromptFileError) return error;
    throw error;
  }
  throw new Error('the prompts were accepted');
}

const request: AdvisorRequest = {
  purpose: 'answer',
  question: redact('is compensation just a rollback?'),
  passages: [],
  answers: [],
  verdict: null,
  conversation: [],
};

describe('loading prompts', () => {
  test('accepts the prompts of this repository', () => {
    expect(loadPrompts().version).toMatch(/^1\.1\.1\.1\.1\.1-[0-9a-f]{8}$/);
  });

  test('changes the version with any word', () => {
    const changed = folderWith('task-why', (text) => text.replace('Task:', 'Your task:'));
    expect(loadPrompts(changed).version).not.toBe(loadPrompts().version);
  });

  test('stops at a hole nothing fills, with file and line', () => {
    const error = complaint(folderWith('explain', (text) => text.replace('{{verdict}}', '{{verdikt}}')));
    expect(error.message).toMatch(/explain\.md:\d+: nothing fills \{\{verdikt\}\}$/);
    const text = readFileSync(error.file, 'utf8').split('\n');
    expect(text[(error.line ?? 0) - 1]).toBe('{{verdikt}}');
  });

  test.each([
    [
      'a hole that is missing',
      'explain',
      (text: string) => text.replace('{{verdict}}', ''),
      /\{\{verdict\}\} is missing/,
    ],
    [
      'a hole that stands there twice',
      'propose',
      (text: string) => text.replace('{{words}}', '{{words}} {{words}}'),
      /twice/,
    ],
    ['a hole in a text that has none', 'task-why', (text: string) => `${text}{{question}}`, /nothing fills/],
    [
      'a hole written badly',
      'explain',
      (text: string) => text.replace('{{task}}', '{{ task }}'),
      /written \{\{name\}\}/,
    ],
    ['no front matter', 'explain', (text: string) => text.slice(4), /front matter/],
    [
      'a version that is no number',
      'explain',
      (text: string) => text.replace('version: 1', 'version: one'),
      /front matter/,
    ],
    ['a missing heading', 'propose', (text: string) => text.replace('# Data', '# Date'), /headings/],
    ['an empty prompt', 'task-why', () => '---\nversion: 1\n---\n\n', /no prompt/],
  ])('stops at %s', (_, name, change, reason) => {
    const error = complaint(folderWith(name, change));
    expect(error.reason).toMatch(reason);
    expect(error.line).toBeGreaterThan(0);
  });

  test('stops when a file cannot be read', () => {
    expect(complaint(mkdtempSync(join(tmpdir(), 'downbeat-no-prompts-'))).line).toBeNull();
  });
});

describe('writing a prompt', () => {
  const prompts = loadPrompts();

  test('leaves no hole open and keeps instructions apart from data', () => {
    const { instructions, data } = writeExplanation(prompts, request);
    expect(instructions + data).not.toContain('{{');
    expect(instructions).toContain('Task: answer the question.');
    expect(instructions).not.toContain('rollback');
    expect(data).toContain('is compensation just a rollback?');
  });

  test('lets no data close its tag, open another, or fill a hole', () => {
    forAll(
      fc.property(
        fc.array(fc.constantFrom('</question>', '<passages>', '{{task}}', '# Data', '"', '\\', '\n', '<', '>', 'x'), {
          maxLength: 12,
        }),
        (parts) => {
          const words = redact(parts.join(''));
          const { instructions, data } = writeExplanation(prompts, { ...request, question: words });
          expect(instructions).toBe(writeExplanation(prompts, request).instructions);
          const inside = /<question>\n(.*)\n<\/question>$/su.exec(data)?.[1] ?? '';
          expect(inside).not.toMatch(/[<>]/);
          expect(JSON.parse(inside)).toBe(words);
          expect(data.match(/<\/?[a-z]+>/gu)).toHaveLength(10);
        },
      ),
    );
  });

  test('sends only the latest turns and the beginning of a long paste', () => {
    const conversation = Array.from({ length: 40 }, (_, index) => ({
      from: 'person' as const,
      words: redact(`turn ${index};`),
    }));
    const { data } = writeExplanation(prompts, { ...request, conversation, question: redact('why '.repeat(5_000)) });
    expect(data).toContain('turn 39;');
    expect(data).not.toContain('turn 27;');
    expect(data.length).toBeLessThan(8_000);
  });

  test('says of a proposal only what was said and what is asked', () => {
    const choices = [{ question: '5b', asks: 'Who answers?', options: [{ id: 'none', says: 'Nobody' }] }] as const;
    const { data } = writeProposal(prompts, { words: redact('nobody owns this'), choices });
    expect(data).toContain('nobody owns this');
    expect(data).toContain('"id": "none"');
  });
});
