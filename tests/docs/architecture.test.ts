// The page about the house names what is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');

test('every file and folder it names exists', () => {
  const named = [...page.matchAll(/`((?:src|docs|knowledge|playground|prompts|application)\/[\w./-]*)`/g)].flatMap(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(15);
  for (const path of named)
    expect(existsSync(join(root, path)) || existsSync(join(root, 'src', path)), path).toBe(true);
});

test('every key of Redis is in its table', () => {
  const source = readFileSync(join(root, 'src', 'redis', 'keys.ts'), 'utf8');
  const keys = [...source.matchAll(/\$\{prefix\(team\)\}:([^`]+)`/g)].flatMap(([, key = '']) => key);
  expect(keys.length).toBeGreaterThan(15);
  for (const key of keys) {
    const [name = ''] = key.replaceAll(/\$\{decisionId\}/g, 'ID').split('${');
    expect(page, key).toContain(`\`${name}`);
  }
});
