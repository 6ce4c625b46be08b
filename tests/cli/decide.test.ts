// The command other programs rely on (design.md §7), run as they run it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../src/cli/decide.ts', import.meta.url));
const keys = [
  'style',
  'band',
  'score',
  'votes',
  'part',
  'confidence',
  'flips',
  'warnings',
  'unanswered',
  'next',
  'pattern',
  'contested',
  'framework',
];

let folder = '';
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downbeat-decide-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });
}

async function decideText(text: string): Promise<Run> {
  files += 1;
  const file = join(folder, `answers-${files}.json`);
  await writeFile(file, text);
  return run([file]);
}

const decide = (content: unknown): Promise<Run> => decideText(JSON.stringify(content));

const split = { '1a': 'no', '2a': 'mixed', '3a': 'few', '5c': 'part' };

describe('decide', () => {
  it('prints the verdict as one JSON line with the published keys in their order', async () => {
    const { code, stdout, stderr } = await decide({ answers: split, part: 'Payment' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stdout.trimEnd()).not.toContain('\n');
    const verdict: unknown = JSON.parse(stdout);
    expect(Object.keys(verdict ?? {})).toEqual(keys);
    expect(verdict).toMatchObject({
      style: 'hybrid',
      band: 'none',
      score: 0,
      votes: [0, 0, 0, 0, 0],
      part: 'Payment',
      warnings: [],
      pattern: 'Parallel inside, Anthology outside',
      contested: [],
      framework: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it('prints the same bytes for the same answers', async () => {
    const content = { answers: split, part: 'Payment' };
    const [first, second] = await Promise.all([decide(content), decide(content)]);
    expect(second.stdout).toBe(first.stdout);
  });

  it.each([[null], ['  '], [undefined]])('counts a part named %o as unanswered', async (part) => {
    const { stdout } = await decide({ answers: split, part });
    expect(JSON.parse(stdout)).toMatchObject({ style: 'open', part: null, unanswered: expect.arrayContaining(['5c']) });
  });

  it('gives no recommendation but a next question below three pillars', async () => {
    const { stdout } = await decide({ answers: { '1a': 'sync_all', '2a': 'unknown' } });
    expect(JSON.parse(stdout)).toMatchObject({
      style: 'open',
      confidence: 'low',
      flips: [],
      next: expect.any(String),
      pattern: null,
    });
  });

  it('takes the consistency answer for the pattern', async () => {
    const answers = { '1b': 'never', '2a': 'command', '3a': 'several', '6a': 'no' };
    const { stdout } = await decide({ answers });
    expect(JSON.parse(stdout)).toMatchObject({ style: 'orchestration', pattern: 'Fantasy Fiction' });
  });

  it('merges the answers of several people', async () => {
    const people = [
      { name: 'Ana', answers: split, part: 'Payment' },
      { name: 'Ben', answers: split, part: 'Payment' },
      { name: 'Cem', answers: { ...split, '2a': 'event' }, part: 'Refund' },
    ];
    const { code, stdout } = await decide({ people });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ style: 'hybrid', part: 'Payment', contested: ['2a', '5c'] });
  });
});

describe('decide refuses', () => {
  it.each([
    ['an unknown question', { answers: { '1z': 'no' } }, 'answers.1z'],
    ['an unknown option', { answers: { '1a': 'maybe' } }, 'answers.1a'],
    ['an option of another question', { answers: { '1a': 'never' } }, 'answers.1a'],
    ['an option that is no text', { answers: { '3c': 2 } }, 'answers.3c'],
    ['an answer of null', { answers: { '1a': null } }, 'answers.1a'],
    ['answers that are a list', { answers: [] }, 'answers'],
    ['a part that is no text', { answers: {}, part: 7 }, 'part'],
    ['no answers', {}, 'answers'],
    ['a field nobody knows', { answers: {}, parts: 'Payment' }, 'parts'],
    ['both forms at once', { answers: {}, people: [{ name: 'Ana', answers: {} }] }, 'answers'],
    ['nobody', { people: [] }, 'people'],
    ['a person without a name', { people: [{ answers: {} }] }, 'people.0.name'],
    [
      'a wrong answer of the second person',
      {
        people: [
          { name: 'Ana', answers: {} },
          { name: 'Ben', answers: { '2b': 'x' } },
        ],
      },
      'people.1.answers.2b',
    ],
    ['something that is no object', [], 'object'],
  ])('%s, names the field and exits with 2', async (_name, content, field) => {
    const { code, stdout, stderr } = await decide(content);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(field);
  });

  it('what is no JSON', async () => {
    const { code, stdout, stderr } = await decideText('{"answers": ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('JSON');
  });

  it('a file that does not exist', async () => {
    const { code, stderr } = await run(['no-such-file.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('no-such-file.json');
  });

  it.each([[[]], [['a.json', 'b.json']]])('the arguments %o', async (args) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage');
  });
});
