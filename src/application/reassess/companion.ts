// Finds what a command does to a second decision, so that both change in one write or neither does.
import type { Command } from '../../domain/decision/commands.ts';
import { decide } from '../../domain/decision/decide.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { fold } from '../../domain/decision/evolve.ts';
import { react } from '../../domain/decision/react.ts';
import { summarise } from '../../domain/decision/summary.ts';
import type { Companion, DecisionAddress, DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { Frameworks } from '../frameworks.ts';
import { loadDecision } from '../load-decision.ts';
import { timeZones } from './zones.ts';

/**
 * The other decision's part of a write: the one superseded when its successor is accepted, the one followed up when its
 * follow-up begins. Null when the command concerns one decision only, or the other one stays as it is.
 */
export async function companionOf(
  parts: { readonly store: DecisionStore; readonly folds: FoldCache; readonly frameworks: Frameworks },
  { team, command }: Pick<DecisionAddress, 'team'> & { readonly command: Command },
  after: StartedDecision,
): Promise<Companion | null> {
  const asked = askedOfOrigin(command, after);
  if (asked === null) return null;
  const loaded = await loadDecision(parts, { team, decisionId: asked.origin });
  if (loaded.decision.status === 'unstarted') return null;
  const framework = await parts.frameworks.of(team, loaded.decision.framework);
  const decided = decide(asked.command, loaded.decision, { framework, zones: timeZones });
  if (!decided.ok || decided.events.length === 0) return null;
  const decision = fold(decided.events, loaded.decision);
  if (decision.status === 'unstarted') return null;
  return {
    decisionId: asked.origin,
    expectedVersion: loaded.version,
    events: decided.events,
    owed: react(decided.events, decision),
    summary: summarise(decision),
  };
}

function askedOfOrigin(
  command: Command,
  { origin, decisionId }: StartedDecision,
): { readonly origin: string; readonly command: Command } | null {
  if (origin === null) return null;
  const { at } = command;
  if (command.type === 'AcceptDecision' && origin.kind === 'supersedes')
    return { origin: origin.decisionId, command: { type: 'Supersede', at, successor: decisionId } };
  if (command.type === 'StartDecision' && origin.kind === 'follows')
    return { origin: origin.decisionId, command: { type: 'LinkFollowUp', at, decisionId } };
  return null;
}
