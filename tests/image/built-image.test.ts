// The image's steps done in an empty folder, and the app started from there as a container would start it.
// Installs packages, so it runs only when asked for: DOWNBEAT_IMAGE_TEST=1.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Playground, startPlayground } from '../../playground/server/playground.ts';
import { useRedis } from '../support/redis.ts';
import { buildInFolder } from './build-in-folder.ts';
import { readDockerfile, readExecForm } from './dockerfile.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** The number of the image's user; only root may start a process as somebody else. */
const AS_IMAGE_USER = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

describe.skipIf(process.env.DOWNBEAT_IMAGE_TEST !== '1')('the image’s steps in an empty folder', () => {
  const stages = readDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
  const redis = useRedis();
  let target = '';
  let built = { workDir: '', environment: {} };
  const started: ChildProcess[] = [];
  const playgrounds: Playground[] = [];

  beforeAll(async () => {
    target = await mkdtemp(join(tmpdir(), 'downbeat-image-'));
    chmodSync(target, 0o755);
    built = await buildInFolder({ stages, context: ROOT, target });
  }, 300_000);
  afterEach(async () => {
    for (const child of started.splice(0))
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await Promise.all(playgrounds.splice(0).map((playground) => playground.close()));
  });
  afterAll(() => rm(target, { recursive: true, force: true }));

  function stepOf(instruction: string): readonly string[] {
    const step = stages.at(-1)?.steps.find((candidate) => candidate.instruction === instruction);
    return readExecForm(step?.rest ?? '');
  }
  function runInside([, ...args]: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
    const child = spawn(process.execPath, args, {
      cwd: built.workDir,
      env: { ...built.environment, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...AS_IMAGE_USER,
    });
    started.push(child);
    return child;
  }
  async function isHealthy(port: number): Promise<boolean> {
    const check = runInside(stepOf('HEALTHCHECK'), { PORT: String(port) });
    await once(check, 'exit');
    return check.exitCode === 0;
  }

  it('holds production packages only, and of ours only code and data', async () => {
    const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
    const development = Object.keys(packages).filter((path) => packages[path]?.dev === true);
    expect(development.filter((path) => existsSync(join(built.workDir, path)))).toEqual([]);
    expect(existsSync(join(built.workDir, 'node_modules', 'ioredis'))).toBe(true);
    const ours = ['LICENSE', 'knowledge', 'node_modules', 'package.json', 'prompts', 'src'];
    expect((await readdir(built.workDir)).filter((name) => !ours.includes(name))).toEqual([]);
  });

  it('refuses to start without settings, and lists every one that is missing', async () => {
    const app = runInside(stepOf('CMD'), {});
    const [said] = await Promise.all([app.stderr === null ? '' : text(app.stderr), once(app, 'exit')]);
    expect(app.exitCode).toBe(1);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'REDIS_URL']) {
      expect(said).toContain(name);
    }
    expect(said).not.toMatch(/^\s+at /m);
  });

  it.each(['socket', 'http'] as const)(
    'becomes healthy over %s, and ends in good order when asked to',
    { timeout: 120_000 },
    async (kind) => {
      const port = await freePort();
      const playground = await startPlayground(
        kind === 'http' ? { httpTarget: `http://127.0.0.1:${port}/slack/events` } : {},
      );
      playgrounds.push(playground);
      const app = runInside(stepOf('CMD'), {
        SLACK_BOT_TOKEN: playground.botToken,
        SLACK_API_URL: playground.apiUrl,
        REDIS_URL: redis.url,
        PORT: String(port),
        ...(kind === 'http'
          ? { SLACK_SIGNING_SECRET: playground.signingSecret }
          : { SLACK_APP_TOKEN: playground.appToken }),
      });
      await expect.poll(() => isHealthy(port), { timeout: 90_000, interval: 500 }).toBe(true);
      app.kill('SIGTERM');
      await once(app, 'exit');
      expect(app.exitCode).toBe(0);
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
