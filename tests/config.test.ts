// The settings: all that is wrong is said at once, and the list of them is true.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', REDIS_URL: 'redis://localhost:6379' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abc', REDIS_URL: 'redis://localhost:6379' };

function problemsOf(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('for a socket need an app token', () => {
    expect(readConfig(socket).slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: null,
      transport: { kind: 'socket', appToken: 'xapp-1' },
    });
  });

  it('for HTTP need a signing secret', () => {
    expect(readConfig(http).slack.transport).toEqual({ kind: 'http', signingSecret: 'abc' });
  });

  it('with both use the socket', () => {
    expect(readConfig({ ...http, ...socket }).slack.transport.kind).toBe('socket');
  });

  it('have sensible values where they may be left out', () => {
    expect(readConfig(socket)).toMatchObject({ port: 3_000, logLevel: 'info', redisUrl: 'redis://localhost:6379' });
  });

  it.each(['rediss://:secret@db.example:6380/1', 'localhost:6379', '/run/redis.sock'])('take a Redis at %s', (url) => {
    expect(readConfig({ ...socket, REDIS_URL: url }).redisUrl).toBe(url);
  });

  it('may name another address, port and level', () => {
    const given = { ...socket, SLACK_API_URL: 'http://127.0.0.1:4321/api/', PORT: '8080', LOG_LEVEL: 'debug' };
    expect(readConfig(given)).toMatchObject({
      slack: { apiUrl: 'http://127.0.0.1:4321/api/' },
      port: 8_080,
      logLevel: 'debug',
    });
  });
});

describe('what is wrong', () => {
  it('is said all at once, each line naming its setting', () => {
    const problems = problemsOf({});
    expect(problems).toHaveLength(3);
    for (const setting of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'REDIS_URL'])
      expect(problems.join('\n')).toContain(setting);
  });

  it('counts an empty setting as missing, as a copied .env.example has them', () => {
    const empty = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: ' ', REDIS_URL: '' };
    expect(problemsOf(empty)).toEqual(problemsOf({}));
    expect(problemsOf({ ...socket, SLACK_API_URL: '', PORT: '', LOG_LEVEL: '', NODE_ENV: '' })).toEqual([]);
  });

  it.each([
    { setting: 'PORT', value: 'eighty' },
    { setting: 'PORT', value: '70000' },
    { setting: 'PORT', value: '-1' },
    { setting: 'LOG_LEVEL', value: 'loud' },
    { setting: 'SLACK_API_URL', value: 'not an address' },
    { setting: 'REDIS_URL', value: 'http://localhost:6379' },
    { setting: 'REDIS_URL', value: 'unix:///run/redis.sock' },
  ])('names $setting when it is “$value”', ({ setting, value }) => {
    expect(problemsOf({ ...socket, [setting]: value }).join('\n')).toContain(setting);
  });

  it('names a malformed setting and a missing one together', () => {
    const { REDIS_URL: _redis, ...rest } = socket;
    const problems = problemsOf({ ...rest, PORT: 'eighty' }).join('\n');
    expect(problems).toContain('PORT');
    expect(problems).toContain('REDIS_URL');
  });

  it('never shows a secret', () => {
    const { REDIS_URL: _redis, ...rest } = socket;
    expect(problemsOf({ ...rest, PORT: 'eighty' }).join('\n')).not.toMatch(/xoxb-1|xapp-1/);
  });
});

describe('.env.example', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const lines = read('../.env.example').split('\n');
  const listed = lines.flatMap((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

  test('lists every setting that is read, once, and none besides', () => {
    const schema = /const environmentSchema = z\.object\(\{([\s\S]*?)\n\}\);/.exec(read('../src/config.ts'))?.[1] ?? '';
    const known = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].flatMap(([, name = '']) => name);
    expect(known).toContain('REDIS_URL');
    expect(listed.toSorted()).toEqual(known.toSorted());
  });

  test('says above each what it is', () => {
    for (const name of listed) {
      const above = lines[lines.findIndex((line) => line.includes(`${name}=`)) - 1] ?? '';
      expect(above, name).toMatch(/^# \S.{10,}/);
    }
  });

  test('can be copied as it is: no value in it is a secret or wrong', () => {
    const given = Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, value] = /^([A-Z][A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value]];
      }),
    );
    expect(problemsOf({ ...given, ...socket })).toEqual([]);
  });
});
