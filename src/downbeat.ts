// Builds the house and closes it again: the only place where adapters meet.
import { randomUUID } from 'node:crypto';
import { createFoldCache } from './application/fold-cache.ts';
import { createHandleCommand } from './application/handle-command.ts';
import { createRefreshHome } from './application/home/refresh-home.ts';
import type { Log } from './application/log.ts';
import { createMakeCardRight } from './application/make-card-right.ts';
import { createReportGone } from './application/reassess/report-gone.ts';
import { createTick } from './application/reassess/tick.ts';
import { createRunEffect } from './application/run-effect.ts';
import { buildAdvice } from './build-advice.ts';
import { buildConnections } from './build-connections.ts';
import { buildFiles } from './build-files.ts';
import { buildTalk } from './build-talk.ts';
import type { Config } from './config.ts';
import { openLibrary } from './knowledge/library.ts';
import { loadFramework } from './knowledge/load-framework.ts';
import { loadNextSteps } from './knowledge/load-next-steps.ts';
import { createEffectNudger } from './queue/effect-nudger.ts';
import { startEffectWorker } from './queue/effect-worker.ts';
import { startTick } from './queue/tick.ts';
import { createCardLedger } from './redis/card-ledger.ts';
import { createCardWrites } from './redis/card-writes.ts';
import { createDecisionLists } from './redis/decision-lists.ts';
import { createDecisionStore } from './redis/decision-store.ts';
import { createDeliveries } from './redis/deliveries.ts';
import { createDueDecisions } from './redis/due-decisions.ts';
import { createFrameworks } from './redis/frameworks.ts';
import { createHomes } from './redis/homes.ts';
import { createOwedEffects } from './redis/owed-effects.ts';
import { createPace } from './redis/pace.ts';
import { createPersonSettings } from './redis/person-settings.ts';
import { callProblem } from './slack/api-errors.ts';
import { createCardSurface } from './slack/card-surface.ts';
import { healthRoutes } from './slack/health-routes.ts';
import { createPublishHome } from './slack/home/publish-home.ts';
import { createMemberships } from './slack/memberships.ts';
import { createPeople } from './slack/people.ts';
import { createSlackApp } from './slack/slack-app.ts';
import { starting } from './start-error.ts';

/** Decisions remembered in folded form by one process. */
const FOLDS = 5_000;

/** What the house needs from outside. Time comes in as an argument, so that a year passes in seconds in a test. */
export type Surroundings = {
  readonly log: Log;
  readonly now: () => number;
  /** Milliseconds between two looks at what is due; a minute unless somebody moves the clock by hand. */
  readonly tickEveryMs?: number;
  /** Milliseconds after which the work of a process that died is taken up; six seconds unless a test is in a hurry. */
  readonly deadWorkAfterMs?: number;
  /** Slack allows so many times as much; once, unless a bench has made it as much faster. */
  readonly paceTimes?: number;
  /** The framework to decide by; knowledge/framework.yaml unless another file is to be tried. */
  readonly frameworkFile?: string;
  /** Something happened after which only a new process helps. */
  readonly onFatal: (error: unknown) => void;
};

/** The running house. */
export type Downbeat = {
  /** The port Slack's deliveries (HTTP mode) and the health routes are served on. */
  readonly port: number | null;
  /** Stops taking work, finishes what was acknowledged, closes in order; takes at most about `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
};

/**
 * Starts everything. Throws a StartError where Slack refuses a token or Redis cannot be reached, and an error naming the
 * file and line where a file of `knowledge/` or `prompts/` is broken.
 */
export async function startDownbeat(config: Config, surroundings: Surroundings): Promise<Downbeat> {
  const { log, now, onFatal } = surroundings;
  const { framework, texts } = loadFramework(surroundings.frameworkFile);
  const library = openLibrary();
  const nextSteps = loadNextSteps(library.passages);
  /** Whether questions are answered at once. A knowledge file that is broken has stopped the start before. */
  let isPrepared = false;
  const connections = await buildConnections(config, log);
  const { client, commands, producer, workers, workspace } = connections;

  const store = createDecisionStore(commands);
  const folds = createFoldCache(FOLDS);
  const frameworks = createFrameworks(commands, framework);
  const owed = createOwedEffects(commands);
  const lists = createDecisionLists(commands);
  const ledger = createCardLedger(commands);
  await frameworks.keepCurrent(workspace.key);
  const nudger = createEffectNudger({ redis: producer, log });
  const handleCommand = createHandleCommand({ store, folds, frameworks, nudger });
  const surface = createCardSurface({ client, texts, nextSteps, workspaceUrl: workspace.url });
  const pace = createPace(commands, surroundings.paceTimes);
  const advice = buildAdvice({ redis: commands, library, model: config.model, log, now });
  const showing = { store, folds, frameworks, owed, ledger, pace, now };
  const people = createPeople({ client, log, now });
  const files = buildFiles({ ...showing, client, texts, nextSteps, namesOf: people.namesOf });
  const talk = buildTalk({
    ...showing,
    redis: commands,
    client,
    workspace,
    advice,
    nudger,
    log,
    hasModel: config.model !== null,
    keepDays: config.keepDays,
  });
  const makeCardRight = createMakeCardRight({
    verdictInWords: talk.verdictInWords,
    reportGone: createReportGone({ lists, handleCommand, log, now }),
    store,
    folds,
    owed,
    ledger,
    writes: createCardWrites(commands),
    surface,
    pace,
    nudger,
    frameworks,
    handleCommand,
    log,
    now,
    nonce: randomUUID,
  });

  const homes = createHomes(commands);
  const memberships = createMemberships({ client, log, now });
  const publishHome = createPublishHome({ client, workspace, lists, memberships, homes, now });

  const slack = createSlackApp({
    listeners: {
      workspace,
      client,
      handleCommand,
      store,
      folds,
      ledger,
      lists,
      deliveries: createDeliveries(commands),
      ...talk.listening,
      owed,
      nudger,
      frameworks,
      texts,
      nextSteps,
      people,
      isAnswerable: advice.isAnswerable,
      questionsReady: library.prepare,
      memberships,
      publishHome,
      settings: createPersonSettings(commands),
      now,
      log,
    },
    botToken: config.slack.botToken,
    apiUrl: config.slack.apiUrl,
    transport: config.slack.transport,
    port: config.port,
    routes: healthRoutes(async () => ({
      redis: commands.status === 'ready',
      slack: slack.connected(),
      knowledge: isPrepared,
    })),
    onFatal,
  });
  const worker = await startEffectWorker({
    redis: workers,
    log,
    runEffect: createRunEffect({
      makeCardRight,
      ...talk.effects,
      drawInThread: files.drawInThread,
      shareRecord: files.shareRecord,
      refreshHome: createRefreshHome({ owed, homes, pace, publishHome, now }),
    }),
    owed,
    nudger,
    teams: async () => [workspace.key],
    ...(surroundings.deadWorkAfterMs === undefined ? {} : { lockMs: surroundings.deadWorkAfterMs }),
  });
  const tick = await startTick({
    redis: workers,
    log,
    tick: createTick({
      due: createDueDecisions(commands),
      lists,
      store,
      folds,
      handleCommand,
      teams: async () => [workspace.key],
      log,
    }),
    now,
    ...(surroundings.tickEveryMs === undefined ? {} : { everyMs: surroundings.tickEveryMs }),
  });
  await starting(
    () => slack.start(),
    (error) => callProblem(error, 'SLACK_APP_TOKEN'),
  );
  log.info('downbeat is ready', {
    workspace: workspace.key,
    transport: config.slack.transport.kind,
    framework: framework.version,
  });
  library.prepare().then(() => {
    isPrepared = true;
  }, onFatal);

  return {
    port: slack.port(),
    async close(deadlineMs) {
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref());
      await slack.stop(deadlineMs);
      // One deadline for all of it: what is still under way then stays owed, and the next process does it.
      for (const part of [tick, worker, files, nudger]) await Promise.race([part.close(), deadline]);
      connections.disconnect();
      log.info('downbeat has stopped');
    },
  };
}
