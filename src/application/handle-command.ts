// Handles a command: the one door through which anything changes a decision.
import type { Command } from '../domain/decision/commands.ts';
import { decide } from '../domain/decision/decide.ts';
import type { Decision, StartedDecision } from '../domain/decision/decision.ts';
import type { DecisionEvent } from '../domain/decision/events.ts';
import { fold } from '../domain/decision/evolve.ts';
import { react } from '../domain/decision/react.ts';
import type { WordRef } from '../domain/decision/refs.ts';
import { type Refusal, refusal } from '../domain/decision/refusal.ts';
import { summarise } from '../domain/decision/summary.ts';
import { urgencyOf } from '../domain/decision/urgency.ts';
import type { Framework } from '../domain/framework.ts';
import type { ClickedCard, DecisionAddress, DecisionStore } from './decision-store.ts';
import type { FoldCache, Folded } from './fold-cache.ts';
import type { Frameworks } from './frameworks.ts';
import { homeEffects } from './home/home-effects.ts';
import { loadDecision } from './load-decision.ts';
import type { EffectNudger } from './owed-effects.ts';
import { companionsOf } from './reassess/companions.ts';
import { timeZones } from './reassess/zones.ts';
import { threadName } from './thread-name.ts';

/** A snapshot is kept every so many events (design.md §5). */
const SNAPSHOT_EVERY = 100;
/** How often a command is decided again when somebody else wrote first. Ten people within 50 ms must all get through. */
const ATTEMPTS = 25;

/** A command on its way in, with what the delivery brought along. */
export type Delivery = DecisionAddress & {
  readonly command: Command;
  /** Stands for Slack's delivery: the same key is handled once (slack-platform.md §2.3). */
  readonly deliveryKey: string;
  readonly words?: Readonly<Record<WordRef, string>>;
  readonly clicked?: ClickedCard;
};

/** What came of a command. */
export type Handled =
  | { readonly ok: true; readonly decision: StartedDecision; readonly version: number; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal }
  /** The thread already belongs to another decision. */
  | { readonly ok: false; readonly threadTaken: string }
  /** The click came from a copy that is no longer the card; `currentTs` is the message that is. */
  | { readonly ok: false; readonly staleCard: string };

/** What the procedure works with. */
export type HandlingParts = {
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly frameworks: Frameworks;
  readonly nudger: EffectNudger;
};

/** Too many writers at once: nothing was recorded. */
export class TooManyConflictsError extends Error {
  constructor(decisionId: string) {
    super(`decision ${decisionId} was written by others ${ATTEMPTS} times in a row; nothing was recorded`);
    this.name = 'TooManyConflictsError';
  }
}

/** Handles commands against the store. Throws the store's accidents; everything expected is in {@link Handled}. */
export type HandleCommand = (delivery: Delivery) => Promise<Handled>;

/**
 * Builds the procedure: decide on the remembered fold, append with its version, and only when that is refused read what
 * is newer and decide again. A click on a warm decision costs one round trip to the store.
 */
export function createHandleCommand(parts: HandlingParts): HandleCommand {
  return async function handleCommand(delivery) {
    let folded: Folded | null = parts.folds.get(delivery);
    let fresh = false;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (folded === null) {
        const loaded = await loadDecision(parts, delivery, delivery.deliveryKey);
        if (loaded.seen) return repeated(loaded);
        folded = loaded;
        fresh = true;
      }
      const framework = await frameworkFor(parts.frameworks, delivery, folded.decision);
      const decided = decide(delivery.command, folded.decision, { framework, zones: timeZones });
      if (!decided.ok || decided.events.length === 0) {
        if (!fresh) {
          // A "no" from memory may be out of date: ask the store before telling a person.
          folded = null;
          continue;
        }
        return decided.ok ? unchanged(folded) : decided;
      }
      const tried = await tryAppend(parts, delivery, folded, decided.events);
      if ('handled' in tried) return tried.handled;
      folded = tried.newer;
      fresh = folded !== null;
    }
    throw new TooManyConflictsError(delivery.decisionId);
  };
}

/** Appends; answers what came of it, or what to decide on next (null: read again) when somebody else wrote first. */
async function tryAppend(
  parts: HandlingParts,
  delivery: Delivery,
  folded: Folded,
  events: readonly DecisionEvent[],
): Promise<{ handled: Handled } | { newer: Folded | null }> {
  const decision = started(fold(events, folded.decision));
  const version = folded.version + events.length;
  const summary = summarise(decision);
  const before = folded.decision.status === 'unstarted' ? null : folded.decision;
  const effects = [...react(events, decision), ...homeEffects(before === null ? null : summarise(before), summary)];
  const companions = await companionsOf(parts, delivery, { after: decision, events });
  const crossed = Math.floor(version / SNAPSHOT_EVERY) > Math.floor(folded.version / SNAPSHOT_EVERY);
  const appended = await parts.store.append({
    team: delivery.team,
    decisionId: delivery.decisionId,
    expectedVersion: folded.version,
    deliveryKey: delivery.deliveryKey,
    at: delivery.command.at,
    events,
    owed: effects,
    words: delivery.words ?? {},
    summary,
    snapshot: crossed ? decision : null,
    claimThread: threadToClaim(delivery.command),
    clicked: delivery.clicked ?? null,
    ownerBefore: before?.owner ?? null,
    companions,
  });
  switch (appended.outcome) {
    case 'appended':
      parts.folds.keep(delivery, { version, decision });
      parts.nudger.nudge(delivery, effects, urgencyOf(events));
      for (const other of companions)
        parts.nudger.nudge({ ...delivery, decisionId: other.decisionId }, other.owed, urgencyOf(other.events));
      return { handled: { ok: true, decision, version, repeated: false } };
    case 'duplicate':
      return { handled: repeated(await loadDecision(parts, delivery)) };
    case 'thread-taken':
      return { handled: { ok: false, threadTaken: appended.decisionId } };
    case 'stale-card':
      return { handled: { ok: false, staleCard: appended.currentTs } };
    case 'conflict': {
      if (appended.version < folded.version) {
        parts.folds.drop(delivery);
        return { newer: null };
      }
      const newer = { version: appended.version, decision: fold(appended.newer, folded.decision) };
      parts.folds.keep(delivery, newer);
      return { newer };
    }
    case 'companion-conflict':
      return { newer: folded };
    default:
      return appended satisfies never;
  }
}

function threadToClaim(command: Command): string | null {
  if (command.type === 'OpenThread') return threadName(command.place.channel, command.place.threadTs);
  if (command.type === 'StartDecision' && command.threadTs !== null)
    return threadName(command.channel, command.threadTs);
  return null;
}

/** A decision keeps the framework it was started under until its owner adopts the one in force. */
async function frameworkFor(
  frameworks: Frameworks,
  { team, command }: Delivery,
  decision: Decision,
): Promise<Framework> {
  if (decision.status === 'unstarted' || command.type === 'AdoptFramework') return frameworks.current;
  return frameworks.of(team, decision.framework);
}

function started(decision: Decision): StartedDecision {
  if (decision.status === 'unstarted') throw new Error('events that begin nothing were decided');
  return decision;
}

function repeated({ decision, version }: Folded): Handled {
  return { ok: true, decision: started(decision), version, repeated: true };
}

function unchanged({ decision, version }: Folded): Handled {
  return decision.status === 'unstarted'
    ? { ok: false, refusal: refusal('not-started') }
    : { ok: true, decision, version, repeated: true };
}
