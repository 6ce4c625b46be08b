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

async function decideText(text: string | Uint8Array): Promise<Run> {
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

  it('takes a file as some editors write it, with a byte order mark', async () => {
    const content = JSON.stringify({ answers: split, part: 'Payment' });
    const [plain, marked] = await Promise.all([decideText(content), decideText(`\uFEFF${content}`)]);
    expect(marked).toEqual(plain);
    expect(plain.code).toBe(0);
  });

  it('passes over a part where 5c is answered otherwise or not at all', async () => {
    const { '5c': _part, ...open } = split;
    const [without, unused] = await Promise.all([
      decide({ answers: open }),
      decide({ answers: open, part: 'Payment' }),
    ]);
    expect(unused).toEqual(without);
    expect(JSON.parse((await decide({ answers: { ...split, '5c': 'no' }, part: 'Payment' })).stdout)).toMatchObject({
      style: 'open',
      part: null,
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
    ['both forms at once', { answers: {}, people: [{ name: 'Ana', answers: {} }] }, 'answers: give answers or people'],
    ['nobody', { people: [] }, 'people'],
    ['a person without a name', { people: [{ answers: {} }] }, 'people.0.name'],
    ['a person with a blank name', { people: [{ name: '  ', answers: {} }] }, 'people.0.name'],
    ['a person who is no object', { people: ['Ana'] }, 'people.0'],
    ['people who are no list', { people: { name: 'Ana', answers: {} } }, 'people'],
    [
      'a name that stands there twice, so that nobody is counted twice',
      {
        people: [
          { name: 'Ana', answers: {} },
          { name: 'Ana ', answers: {} },
        ],
      },
      'people.1.name',
    ],
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

  it.each([
    ['what is no JSON', '{"answers": ', 'is not JSON'],
    ['an empty file', '', 'is not JSON'],
    ['text of another encoding', Buffer.from('{"answers":{},"part":"Zürich"}', 'latin1'), 'UTF-8'],
    [
      'a question named like a property of every object',
      '{"answers":{"__proto__":"no"}}',
      'answers.__proto__: unknown',
    ],
    ['an option named like one', '{"answers":{"1a":"constructor"}}', 'answers.1a'],
    ['a field named like one', '{"answers":{},"__proto__":{"people":[]}}', '__proto__: unknown'],
  ])('%s', async (_name, text, complaint) => {
    const { code, stdout, stderr } = await decideText(text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });

  it('a field that would forge lines, in one short line', async () => {
    const { code, stderr } = await decide({
      answers: { [`x\n\u001b[31mall is well\u2028${'x'.repeat(5_000)}`]: 'no' },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/answers\.x\?\?\[31mall is well\?x+…: unknown/);
    expect(stderr.trimEnd()).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(stderr.length).toBeLessThan(500);
  });

  it.each([
    ['a file that does not exist', 'no-such-file.json', 'no-such-file.json: there is no such file'],
    ['a folder', tmpdir(), 'is a folder'],
  ])('%s', async (_name, file, complaint) => {
    const { code, stdout, stderr } = await run([file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });

  it.each([[[]], [['']], [['a.json', 'b.json']], [['--help']], [['verify']], [['verify', 'a.json', 'b.json']]])(
    'the arguments %o',
    async (args) => {
      const { code, stdout, stderr } = await run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('Usage');
    },
  );
});
