// Every passage of knowledge/ is well made, and together they cover every section.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPassages } from '../../src/knowledge/load-passages.ts';
import { liesUnder, sectionCodes } from '../../src/knowledge/section-codes.ts';

const { passages, version } = loadPassages();

/** The framework's source document stands beside the repository, never in it. */
const sourceDocument = fileURLToPath(new URL('../../../shared/reference/framework-source.txt', import.meta.url));
const runLength = 12;

function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const starts = Math.max(0, words.length - runLength + 1);
  return Array.from({ length: starts }, (_, at) => words.slice(at, at + runLength).join(' '));
}

describe('The passages', () => {
  it('are 120 or more', () => {
    expect(passages.length).toBeGreaterThanOrEqual(120);
  });

  it('cover every section', () => {
    const covered = new Set(passages.flatMap(({ covers }) => covers));
    expect(sectionCodes().filter((code) => !covered.has(code))).toEqual([]);
  });

  it('have quotable sentences that stand in the body word for word', () => {
    for (const { id, body, sentences } of passages) {
      const normal = body.replace(/\s+/gu, ' ');
      expect(sentences.length, id).toBeGreaterThan(1);
      for (const sentence of sentences) expect(normal, id).toContain(sentence);
    }
  });

  it.each(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'])('say all that is asked of tool %s', (tool) => {
    const facets = ['now', 'definition', 'state-and-hosting', 'guarantees', 'compensation', 'human-and-timers'];
    const ids = passages.filter(({ covers }) => covers.includes(tool)).map(({ id }) => id);
    for (const facet of [...facets, 'limits', 'price', 'when'])
      expect(
        ids.filter((id) => id.endsWith(`-${facet}`)),
        facet,
      ).toHaveLength(1);
  });

  it('repeat nobody else’s title', () => {
    expect(new Set(passages.map(({ title }) => title)).size).toBe(passages.length);
  });

  it.skipIf(!existsSync(sourceDocument))('share no run of twelve words with the source document', () => {
    const theirs = new Set(runsOf(readFileSync(sourceDocument, 'utf8')));
    expect(theirs.size).toBeGreaterThan(100);
    const shared = passages.flatMap(({ id, title, body, askedAs }) =>
      [title, body, ...askedAs]
        .flatMap((text) => runsOf(text).filter((run) => theirs.has(run)))
        .map((run) => [id, run]),
    );
    expect(shared).toEqual([]);
  });
});

describe('A section code', () => {
  it.each([
    ['P3.1', 'P3', true],
    ['P3.1', 'P3.1', true],
    ['P3', 'P3.1', false],
    ['A4', 'A', true],
    ['A12', 'A1', false],
    ['S8', 'S8', true],
    ['P1', 'P10', false],
  ])('%s lies under %s: %s', (code, topic, lies) => {
    expect(liesUnder(code, topic)).toBe(lies);
  });
});

describe('Loading a folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'passages-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const good = {
    id: 'a-passage',
    title: 'What is it?',
    covers: '[C1]',
    url: 'https://example.com/page',
    body: `${'word '.repeat(60).trim()}.`,
  };
  const text = (change: Partial<typeof good> = {}) => {
    const { id, title, covers, url, body } = { ...good, ...change };
    const source = `  - key: K\n    title: A page\n    url: ${url}\n    read: full`;
    const front = `id: ${id}\ntitle: ${title}\ncovers: ${covers}\nsources:\n${source}\nchecked: 2026-11-23\nasked_as:\n  - how\n`;
    return `---\n${front}---\n${body}\n`;
  };
  const load = (content: string) => {
    const file = join(folder, 'a-passage.md');
    writeFileSync(file, content);
    return () => loadPassages(folder);
  };

  it('takes a passage that is well made', () => {
    expect(load(text())().passages.map(({ id }) => id)).toEqual(['a-passage']);
  });

  it.each([
    ['an id that is not the file’s name', text({ id: 'another' }), /a-passage\.md:2: id: must be the file's name/],
    ['a dead section code', text({ covers: '[C1, C99]' }), /a-passage\.md:4: covers\.1: there is no section "C99"/],
    ['four section codes', text({ covers: '[C1, C2, C3, C4]' }), /a-passage\.md:4: covers: /],
    ['no section code', text({ covers: '[]' }), /a-passage\.md:4: covers: /],
    ['a link without https', text({ url: 'http://example.com' }), /a-passage\.md:8: sources\.0\.url: /],
    ['a link that is none', text({ url: 'somewhere' }), /a-passage\.md:8: sources\.0\.url: /],
    ['a short body', text({ body: 'Too short.' }), /a-passage\.md:14: the body has 2 words; a passage has 60 to 200/],
    ['a long body', text({ body: 'word '.repeat(201) }), /the body has 201 words/],
    ['no front matter', 'Just text', /a-passage\.md:1: must start with front matter/],
    ['a field nobody knows', text().replace('checked:', 'colour: red\nchecked:'), /a-passage\.md:10: colour: /],
    ['no source', text().replace(/sources:[\s\S]*full\n/u, 'sources: []\n'), /a-passage\.md:5: sources: /],
    ['front matter that is no YAML', text({ covers: '[C1' }), /a-passage\.md:\d+: /],
  ])('refuses %s with file, line and reason', (_, content, message) => {
    expect(load(content)).toThrow(message);
  });

  it('refuses two passages of one id', () => {
    load(text());
    const twin = mkdtempSync(join(folder, 'more-'));
    writeFileSync(join(twin, 'a-passage.md'), text());
    expect(() => loadPassages(folder)).toThrow(/another passage is called a-passage/);
    rmSync(twin, { recursive: true });
  });

  it('refuses a folder without passages', () => {
    expect(() => loadPassages(join(folder, 'nowhere'))).toThrow(/there are no passages/);
  });

  it('gives another version when any word changes', () => {
    const before = load(text())().version;
    expect(load(text({ title: 'What is that?' }))().version).not.toBe(before);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
  });
});
