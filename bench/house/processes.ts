// The processes that are measured: the real app, and the bare Bolt app beside it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const mainFile = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const clockedFile = fileURLToPath(new URL('../app-with-clock.ts', import.meta.url));
const bareFile = fileURLToPath(new URL('../bare-app.ts', import.meta.url));
/** How the image starts the app. */
const flags = ['--max-semi-space-size=8'];
/** The system counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** A running app. */
export type MeasuredProcess = {
  readonly port: number;
  readonly pid: number;
  /** Processor time used so far, milliseconds. */
  processorMs(): Promise<number>;
  /** Resident memory, megabytes. */
  residentMb(): Promise<number>;
  /** Asks it to end, and waits. */
  end(): Promise<void>;
};

/** A running app whose clock can be moved on. */
export type ClockedProcess = MeasuredProcess & { advance(milliseconds: number): void };

/** How to start the real app: its settings but the port. `NODE_OPTIONS` may be among them, for profiles. */
export type Settings = Readonly<Record<string, string>>;

/** Starts src/main.ts and waits until it says that it is ready. */
export async function startApp(settings: Settings): Promise<MeasuredProcess> {
  const { child, port } = await startReady(mainFile, settings);
  return measured(child, port);
}

/** How the app with a clock differs from src/main.ts. */
export type Clockwork = {
  /** Its token buckets run so many times as fast as Slack's limits. */
  readonly paceTimes: number;
  readonly tickEveryMs: number;
};

/** Starts the app with a clock that can be moved on. */
export async function startClockedApp(
  settings: Settings,
  { paceTimes, tickEveryMs }: Clockwork,
): Promise<ClockedProcess> {
  const { child, port } = await startReady(clockedFile, {
    ...settings,
    BENCH_PACE_TIMES: String(paceTimes),
    BENCH_TICK_MS: String(tickEveryMs),
  });
  return { ...measured(child, port), advance: (milliseconds) => void child.send(milliseconds) };
}

async function startReady(file: string, settings: Settings): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const child = fork(file, {
    execArgv: flags,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH ?? '', PORT: String(port), ...settings },
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said.includes('downbeat is ready')) return;
      said += chunk.toString();
      if (said.includes('downbeat is ready')) resolve();
    });
    child.stderr?.pipe(process.stderr);
    child.once('exit', (code) => reject(new Error(`the app ended with ${code} before it was ready:\n${said}`)));
  });
  return { child, port };
}

/** Starts the bare app. */
export async function startBareApp(signingSecret: string): Promise<MeasuredProcess> {
  const child = fork(bareFile, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH ?? '', SLACK_SIGNING_SECRET: signingSecret },
  });
  const [port] = await once(child, 'message');
  return measured(child, z.number().parse(port));
}

function measured(child: ChildProcess, port: number): MeasuredProcess {
  const pid = child.pid ?? 0;
  return {
    port,
    pid,
    async processorMs() {
      const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    async residentMb() {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
