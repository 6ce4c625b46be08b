// The image, checked without an engine: what goes into it, as whom it runs, how it tells that it is well.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCopy, readDockerfile, readExecForm } from './dockerfile.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const stages = readDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
const final = stages.at(-1) ?? { base: '', name: null, steps: [] };
const packageJson = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** The folders with data that the app loads at start (design.md §4). */
const DATA_FOLDERS = ['knowledge', 'prompts'];

/** What stages take from the project, not from one another. */
const copiedFromProject = stages.flatMap(({ steps }) =>
  steps.flatMap((step) => (step.instruction === 'COPY' && step.flags.from === undefined ? readCopy(step).sources : [])),
);

function stepsOf(instruction: string): readonly string[] {
  return final.steps.filter((step) => step.instruction === instruction).map(({ rest }) => rest);
}

describe('the image', () => {
  it('copies only what is there, and only code, data, the licence and the list of dependencies', () => {
    const missing = copiedFromProject.filter((source) => !existsSync(join(ROOT, source)));
    expect(missing).toEqual([]);
    const expected = ['.npmrc', 'LICENSE', 'package-lock.json', 'package.json', 'src', ...DATA_FOLDERS];
    expect([...new Set(copiedFromProject)].filter((source) => !expected.includes(source))).toEqual([]);
  });

  it('carries every folder of data that the project has', () => {
    const there = DATA_FOLDERS.filter((folder) => existsSync(join(ROOT, folder)));
    expect(there.filter((folder) => !copiedFromProject.includes(folder))).toEqual([]);
  });

  it('lets the builder see exactly what is copied', () => {
    const [first, ...exceptions] = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(exceptions.toSorted()).toEqual([...new Set(copiedFromProject)].map((source) => `!${source}`).toSorted());
  });

  it('has all that the code imports: files that are copied, packages among the production dependencies', async () => {
    const { files, packages } = await importsOfTheCode();
    expect(files.filter((file) => !file.startsWith('src/'))).toEqual([]);
    expect([...new Set(packages)].filter((name) => !(name in packageJson.dependencies))).toEqual([]);
    expect(packages).toContain('zod');
  });

  it('installs without development packages and without running their scripts', () => {
    const commands = stages.flatMap(({ steps }) => steps.filter(({ instruction }) => instruction === 'RUN'));
    const [install, ...others] = commands.map(({ rest }) => rest);
    expect(install).toBe('npm ci --omit=dev --ignore-scripts');
    expect(others).toEqual([expect.stringContaining('find node_modules/@embedpdf')]);
  });

  it('leaves out the cuts of the fonts that no picture uses, and no other', async () => {
    const commands = stages.flatMap(({ steps }) => steps.filter(({ instruction }) => instruction === 'RUN'));
    const folder = await mkdtemp(join(tmpdir(), 'downbeat-fonts-'));
    const fonts = (await readdir(join(ROOT, 'node_modules/@embedpdf'), { recursive: true })).filter(isFont);
    for (const font of fonts) {
      const copy = join(folder, 'node_modules/@embedpdf', font);
      await mkdir(dirname(copy), { recursive: true });
      await writeFile(copy, '');
    }
    await promisify(execFile)('/bin/sh', ['-c', commands[1]?.rest ?? ''], { cwd: folder });
    const left = (await readdir(folder, { recursive: true })).filter(isFont).map((font) => basename(font));
    const used = readFileSync(join(ROOT, 'src/diagrams/fonts.ts'), 'utf8').match(/[A-Za-z-]+\.[ot]tf/g);
    await rm(folder, { recursive: true });
    expect(left.toSorted()).toEqual(used?.toSorted());
    expect(left.length).toBeLessThan(fonts.length / 2);
  });

  it('is built on the slim image of the Node version we test with', () => {
    const major = packageJson.devDependencies.node?.split('.')[0];
    expect(new Set(stages.map(({ base }) => base))).toEqual(new Set([`node:${major}-slim`]));
  });

  it('runs the app in production, as somebody who is not root, with no shell in between', () => {
    expect(stepsOf('ENV')).toContain('NODE_ENV=production');
    expect(stepsOf('USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
    const [command = '', ...more] = stepsOf('CMD');
    expect(more).toEqual([]);
    expect(readExecForm(command)).toEqual(['node', '--max-semi-space-size=8', 'src/main.ts']);
  });

  it('changes user after the last file is in place, so that the app cannot write to its own code', () => {
    const order = final.steps.map(({ instruction }) => instruction);
    expect(order.lastIndexOf('COPY')).toBeLessThan(order.indexOf('USER'));
  });

  it.each([
    { status: 200, code: 0, word: 'well' },
    { status: 503, code: 1, word: 'ill' },
  ])(
    'says that it is $word when its health route answers $status, and ill when nothing answers',
    async ({ status, code }) => {
      const asked: (string | undefined)[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url);
        response.writeHead(status).end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const port = portOf(server.address());
      expect(await healthCheck(port)).toBe(code);
      expect(asked).toEqual(['/healthz']);
      server.close();
      await once(server, 'close');
      expect(await healthCheck(port)).toBe(1);
    },
  );
});

const composeSchema = z.object({
  services: z.object({
    app: z.object({
      env_file: z.literal('.env'),
      environment: z.object({ REDIS_URL: z.string(), PORT: z.string() }),
      ports: z.array(z.string()),
      depends_on: z.object({ redis: z.object({ condition: z.string() }) }),
      read_only: z.boolean(),
    }),
    redis: z.object({
      image: z.string(),
      command: z.array(z.string()),
      volumes: z.array(z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }),
      ports: z.never().optional(),
    }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});

describe('the compose file', () => {
  const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');
  const { services, volumes } = composeSchema.parse(load(text));

  it('keeps what Redis holds: appended to a file, on a volume, never evicted, reached by the app alone', () => {
    expect(services.redis.command.join(' ')).toContain('--appendonly yes');
    expect(services.redis.command.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(services.redis.volumes).toEqual(['redis-data:/data']);
    expect(volumes).toHaveProperty('redis-data');
  });

  it('starts the app once Redis is well, on the port the image says', () => {
    expect(services.app.depends_on.redis.condition).toBe('service_healthy');
    expect(services.app.ports.every((port) => port.endsWith(`:${services.app.environment.PORT}`))).toBe(true);
    expect(stepsOf('EXPOSE')).toEqual([services.app.environment.PORT]);
    expect(stepsOf('ENV')).toContain(`PORT=${services.app.environment.PORT}`);
  });

  it('holds no secret', () => {
    expect(text).not.toMatch(/xox[abp]-|xapp-|sk-/);
    expect(Object.keys(services.app.environment)).toEqual(['REDIS_URL', 'PORT']);
  });
});

const isFont = (file: string) => /\.[ot]tf$/.test(file);

/** Everything the code imports when it runs, as a bundler sees it: files of ours, packages, parts of Node. */
async function importsOfTheCode(): Promise<{
  readonly files: readonly string[];
  readonly packages: readonly string[];
}> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: globSync('src/**/*.ts', { cwd: ROOT }),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const outside = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  const names = outside.map(({ path }) => path).filter((path) => !isBuiltin(path));
  return {
    files: Object.keys(metafile.inputs),
    packages: names.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  };
}

/** Runs the image's health check against a port of this machine. Answers with its exit code. */
async function healthCheck(port: number): Promise<number | null> {
  const [check = ''] = stepsOf('HEALTHCHECK');
  const [, ...args] = readExecForm(check);
  const child = spawn(process.execPath, [...args], { env: { PORT: String(port) }, stdio: 'ignore' });
  await once(child, 'exit');
  return child.exitCode;
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
