// Finds what a command does to other decisions, so that all of them change in one write or none does.
import type { Command } from '../../domain/decision/commands.ts';
import { decide } from '../../domain/decision/decide.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { DecisionEvent } from '../../domain/decision/events.ts';
import { fold } from '../../domain/decision/evolve.ts';
import { react } from '../../domain/decision/react.ts';
import { summarise } from '../../domain/decision/summary.ts';
import type { Companion, DecisionAddress, DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { Frameworks } from '../frameworks.ts';
import { homeEffects } from '../home/home-effects.ts';
import { loadDecision } from '../load-decision.ts';
import { timeZones } from './zones.ts';

/** What finding them takes. */
type CompanionParts = { readonly store: DecisionStore; readonly folds: FoldCache; readonly frameworks: Frameworks };

/** What is asked of another decision. */
type AskedOfOther = { readonly decisionId: string; readonly command: Command };

/**
 * The other decisions' part of a write: the one superseded when its successor is accepted, the one followed up when its
 * follow-up begins, those that are told in the same message when their lead's reminder is due. Empty when the command
 * concerns one decision only, or the others stay as they are.
 */
export async function companionsOf(
  parts: CompanionParts,
  { team, command }: Pick<DecisionAddress, 'team'> & { readonly command: Command },
  decided: { readonly after: StartedDecision; readonly events: readonly DecisionEvent[] },
): Promise<readonly Companion[]> {
  const asked = [...askedOfOrigin(command, decided.after), ...askedOfMembers(command, decided)];
  const found = await Promise.all(asked.map((one) => companionOf(parts, team, one)));
  return found.filter((companion) => companion !== null);
}

async function companionOf(
  parts: CompanionParts,
  team: string,
  { decisionId, command }: AskedOfOther,
): Promise<Companion | null> {
  const loaded = await loadDecision(parts, { team, decisionId });
  if (loaded.decision.status === 'unstarted') return null;
  const framework = await parts.frameworks.of(team, loaded.decision.framework);
  const decided = decide(command, loaded.decision, { framework, zones: timeZones });
  if (!decided.ok || decided.events.length === 0) return null;
  const decision = fold(decided.events, loaded.decision);
  if (decision.status === 'unstarted') return null;
  const summary = summarise(decision);
  return {
    decisionId,
    expectedVersion: loaded.version,
    events: decided.events,
    owed: [...react(decided.events, decision), ...homeEffects(summarise(loaded.decision), summary)],
    summary,
  };
}

function askedOfOrigin(command: Command, { origin, decisionId }: StartedDecision): readonly AskedOfOther[] {
  if (origin === null) return [];
  const { at } = command;
  if (command.type === 'AcceptDecision' && origin.kind === 'supersedes')
    return [{ decisionId: origin.decisionId, command: { type: 'Supersede', at, successor: decisionId } }];
  if (command.type === 'StartDecision' && origin.kind === 'follows')
    return [{ decisionId: origin.decisionId, command: { type: 'LinkFollowUp', at, decisionId } }];
  return [];
}

/** The others of a digest are told only if their lead's reminder is one: it is the one that shows them. */
function askedOfMembers(
  command: Command,
  { after, events }: { readonly after: StartedDecision; readonly events: readonly DecisionEvent[] },
): readonly AskedOfOther[] {
  if (command.type !== 'PassTime' || command.digest?.lead !== after.decisionId) return [];
  const leads = events.some(
    (event) => (event.type === 'ReminderDue' || event.type === 'ReminderRepeated') && event.digest !== null,
  );
  if (!leads) return [];
  const others = command.digest.members.filter((decisionId) => decisionId !== after.decisionId);
  return others.map((decisionId) => ({ decisionId, command }));
}
