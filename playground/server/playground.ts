// Starts the playground: a local Slack workspace for the app, for its page, and for tests.
import { fileURLToPath } from 'node:url';
import type { UiAct, UiActResult } from '../protocol.ts';
import { act } from './acts/act.ts';
import { createClock, type PlaygroundClock } from './clock.ts';
import { type Controls, createControls } from './controls.ts';
import { app } from './default-workspace.ts';
import { createDeliveries, type DeliveryChoice } from './delivery/deliveries.ts';
import { createHttpTransport } from './delivery/http-transport.ts';
import { createSocketTransport } from './delivery/socket-transport.ts';
import type { Outcome } from './delivery/transport.ts';
import { createFaults } from './faults.ts';
import { listen } from './http/server.ts';
import type { Page } from './http/ui-route.ts';
import { noise } from './ids.ts';
import { createInspection, type Inspection } from './inspection.ts';
import { everythingGranted, readAppSettings } from './manifest.ts';
import type { AppSettings } from './model.ts';
import { readSaved, restore, save } from './persistence.ts';
import { createRateLimits } from './rate-limits.ts';
import { createTickets } from './tickets.ts';
import { createWorkspace, resetWorkspace } from './workspace.ts';
import type { World } from './world.ts';

/** Settings of {@link startPlayground}. */
export interface PlaygroundOptions {
  /** 0 (the default) takes any free port; it listens on 127.0.0.1 only. */
  readonly port?: number;
  /** Keeps the workspace in this file between runs. */
  readonly dataFile?: string;
  /** Base of the playground's clock, milliseconds since 1970; real time by default. */
  readonly now?: () => number;
  /** Delivers signed HTTP to this address of the app instead of using sockets. */
  readonly httpTarget?: string;
  readonly signingSecret?: string;
  /** Path of the manifest that says what is granted; null grants everything. The project's own by default. */
  readonly manifest?: string | null;
  /** Replaces parts of what the manifest says. */
  readonly settings?: Partial<AppSettings>;
  /** Real milliseconds the app has to acknowledge; 3000 as in Slack. */
  readonly ackTimeoutMs?: number;
  /** Limits are this much wider; 1 as in Slack, Infinity switches them off. */
  readonly rateMultiplier?: number;
  /** Builds the page, at its first use; the one in `playground/page` by default. */
  readonly page?: () => Promise<Page>;
  /** Called when somebody chose "start over", before the workspace is emptied: clears what the app kept. */
  readonly onStartOver?: () => Promise<void>;
}

/** A running playground. */
export interface Playground {
  /** The page's address, without a slash at the end. */
  readonly url: string;
  /** For `SLACK_API_URL`; ends in a slash. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clock: PlaygroundClock;
  readonly faults: Controls;
  readonly state: Inspection;
  /** An app's socket is open, or deliveries go by HTTP. */
  connected(): boolean;
  /** Does what a person does in the page. */
  act(doing: UiAct): Promise<UiActResult>;
  /** Delivers again what was delivered before, the same to the letter. */
  redeliver(choice: DeliveryChoice): Promise<readonly Outcome[]>;
  /** Stops listening and writes the data file. */
  close(): Promise<void>;
}

/** Where the project's manifest is. */
const MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url));

/** Real milliseconds an app has to acknowledge (slack-platform.md §2.1). */
const ACK_TIMEOUT_MS = 3_000;

/** Changes are written this many milliseconds after the first of them. */
const SAVE_AFTER_MS = 500;

/** Starts a workspace on 127.0.0.1. Throws when the port is taken or a file given cannot be read. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const saved = options.dataFile === undefined ? undefined : readSaved(options.dataFile);
  const clock = createClock(options.now ?? Date.now, saved?.clockOffsetMs ?? 0);
  const signingSecret = options.signingSecret ?? noise(16);
  const ackTimeoutMs = options.ackTimeoutMs ?? ACK_TIMEOUT_MS;
  const watchers = new Set<() => void>();
  const workspace = createWorkspace(clock);
  if (saved !== undefined) {
    restore(workspace, saved);
  }
  const keeper = createKeeper(() => {
    if (options.dataFile !== undefined) {
      save(options.dataFile, workspace, clock.offset());
    }
  });

  function changed(): void {
    workspace.rev += 1;
    keeper.touch();
    for (const tell of watchers) {
      tell();
    }
  }

  const faults = createFaults();
  const sockets = createSocketTransport({ appId: app.id, ackTimeoutMs, onChange: changed });
  const http =
    options.httpTarget === undefined
      ? undefined
      : createHttpTransport({ target: options.httpTarget, signingSecret, ackTimeoutMs });
  const settings = { ...readSettings(options.manifest), ...options.settings };
  const world: World = {
    clock,
    workspace,
    grants: { settings, scopes: new Set(settings.scopes), uninstalled: false },
    faults,
    limits: createRateLimits(clock, options.rateMultiplier ?? 1),
    tickets: createTickets(clock),
    deliveries: createDeliveries({ clock, faults, sockets, http }),
    calls: [],
    tokens: { bot: `xoxb-${noise(12)}`, app: `xapp-1-${noise(12)}` },
    address: { url: '' },
    changed,
  };

  async function startOver(): Promise<void> {
    await options.onStartOver?.();
    resetWorkspace(workspace, clock);
    changed();
  }

  const perform = (doing: UiAct): Promise<UiActResult> => act(world, doing, startOver);
  const server = await listen({
    port: options.port ?? 0,
    sockets,
    routes: {
      world,
      act: perform,
      page: once(options.page ?? bundledPage),
      watch(onChange) {
        watchers.add(onChange);
        return () => watchers.delete(onChange);
      },
    },
  });
  world.address.url = `http://127.0.0.1:${server.port}`;

  return {
    url: world.address.url,
    apiUrl: `${world.address.url}/api/`,
    botToken: world.tokens.bot,
    appToken: world.tokens.app,
    signingSecret,
    clock,
    faults: createControls(world, sockets),
    state: createInspection(world),
    connected: world.deliveries.connected,
    act: perform,
    redeliver: world.deliveries.redeliver,
    async close() {
      clock.close();
      await sockets.close();
      await server.close();
      keeper.close();
    },
  };
}

function readSettings(manifest: string | null | undefined): AppSettings {
  return manifest === null ? everythingGranted : readAppSettings(manifest ?? MANIFEST);
}

async function bundledPage(): Promise<Page> {
  const { bundlePage } = await import('../page/bundle.ts');
  return bundlePage();
}

/** Calls `build` at first use only; a failure is tried again at the next use. */
function once(build: () => Promise<Page>): () => Promise<Page> {
  let built: Promise<Page> | undefined;
  return () => {
    built ??= build().catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return built;
  };
}

/** Runs `write` a moment after the first of several touches, and once more at the end where something is unwritten. */
function createKeeper(write: () => void): { touch(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    touch() {
      timer ??= setTimeout(() => {
        timer = undefined;
        write();
      }, SAVE_AFTER_MS);
    },
    close() {
      clearTimeout(timer);
      write();
    },
  };
}
