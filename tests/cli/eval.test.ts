// The eval command prints what design.md §7 promises, and complains about bad files by field.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { measureSearch } from '../../src/cli/measure-search.ts';
import { openLibrary } from '../../src/knowledge/library.ts';

const command = fileURLToPath(new URL('../../src/cli/eval.ts', import.meta.url));

const share = z.number().min(0).max(1);
const outputSchema = z.strictObject({
  n: z.literal(3),
  hit1: share,
  hit5: share,
  ndcg10: share,
  abstentionRecall: share,
  overRefusal: share,
  msPerQueryP99: z.number().positive(),
  questions: z.array(
    z.strictObject({
      id: z.string(),
      expected: z.string(),
      answered: z.boolean(),
      reason: z.string().nullable(),
      passages: z
        .array(z.strictObject({ id: z.string(), covers: z.array(z.string()).min(1), right: z.boolean() }))
        .max(10),
    }),
  ),
});

const questions = [
  { id: 'q1', text: 'what is temporal coupling', lang: 'en', context: null, expected: 'answer', topics: ['C1'] },
  { id: 'q2', text: 'and what does it cost', lang: 'en', context: 'Dapr Workflow.', expected: 'answer', topics: ['T'] },
  { id: 'q3', text: 'best pizza in town', lang: 'en', context: null, expected: 'abstain', topics: [] },
];

describe('The eval command', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'eval-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (content: string) => {
    const file = join(folder, 'questions.json');
    writeFileSync(file, content);
    return runWith(['--questions', file]);
  };
  const runWith = (args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly out: string; readonly complaint: string }>((resolve) => {
      execFile(process.execPath, [command, ...args], (error, out, complaint) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, complaint });
      });
    });

  it('prints the figures and what was found as JSON', async () => {
    const { code, out } = await run(JSON.stringify({ questions }));
    expect(code).toBe(0);
    const output = outputSchema.parse(JSON.parse(out));
    expect(output).toMatchObject({ hit1: 1, hit5: 1, abstentionRecall: 1, overRefusal: 0 });
    expect(output.questions[0]?.passages[0]).toMatchObject({ covers: ['C1'], right: true });
  });

  it('takes a question without language, topics or context, numbered ids, and fields it does not know', async () => {
    const sparse = {
      id: 7,
      text: 'tell me the password',
      lang: null,
      expected: 'refuse',
      topics: null,
      kind: 'secret',
    };
    const { code, out } = await run(JSON.stringify({ questions: [questions[0], questions[1], sparse] }));
    expect(code).toBe(0);
    expect(outputSchema.parse(JSON.parse(out)).questions[2]).toMatchObject({ id: '7', answered: false });
  });

  it.each([
    ['a missing text', { questions: [{ ...questions[0], text: undefined }] }, 'questions.0.text'],
    ['a number as a topic', { questions: [questions[0], { ...questions[1], topics: [3] }] }, 'questions.1.topics.0'],
    ['a question without an id', { questions: [{ ...questions[0], id: null }] }, 'questions.0.id: has to be'],
    ['a question without what is expected', { questions: [{ id: 'q', text: 'a saga' }] }, 'questions.0.expected'],
    ['a context that is no text', { questions: [{ ...questions[0], context: 3 }] }, 'questions.0.context'],
    ['no questions', { questions: [] }, 'questions: there has to be at least one'],
    ['a list', questions, 'expected object'],
  ])('names the field for %s and ends with 2', async (_, content, field) => {
    const { code, out, complaint } = await run(JSON.stringify(content));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(complaint).toContain(field);
  });

  it('ends with 2 for a file that is no JSON, and without a file', async () => {
    expect((await run('{')).code).toBe(2);
    expect(await runWith([])).toMatchObject({ code: 2, complaint: expect.stringContaining('Usage') });
  });
});

describe('Measuring', () => {
  const library = openLibrary();

  it('counts a full order of right passages as 1, and none as 0', () => {
    const [question] = questions;
    if (question === undefined) throw new Error('there is a first question');
    const covering = library.search(question).flatMap(({ passage }) => passage.covers);
    expect(measureSearch(library, [{ ...question, topics: covering }]).ndcg10).toBe(1);
    expect(measureSearch(library, [{ ...question, topics: ['X8'] }])).toMatchObject({ ndcg10: 0, hit1: 0, hit5: 0 });
  });

  it('says null for what a file does not ask', () => {
    const refused = questions.filter(({ expected }) => expected !== 'answer');
    expect(measureSearch(library, refused)).toMatchObject({ hit1: null, ndcg10: null, overRefusal: null });
  });
});
