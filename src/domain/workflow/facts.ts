// What can be counted on a workflow, and what Downbeat shows as facts.
import { plausibleChanges } from './change.ts';
import { partyKey } from './duties.ts';
import { coordinator, type Message, messagesOf } from './messages.ts';
import { type Situation, servicesBack, situationsOf } from './situations.ts';
import { type WhatIf, whatIf } from './what-if.ts';
import type { Workflow } from './workflow.ts';

/** Two services of which each knows the other: one commands or listens to the other, and is commanded or listened to. */
export type Pair = readonly [string, string];

/** The counts. All are computed from the steps; `services` and `steps` are totals. */
export type Facts = {
  readonly steps: number;
  readonly services: number;
  /** Question 3a. */
  readonly situations: readonly Situation[];
  /** Question 3b: the most other services that one situation reaches, and the names of all that any reaches. */
  readonly reach: { readonly most: number; readonly services: readonly string[] };
  /** Question 3c: the most services other than the failing one that must act on the way back. */
  readonly hopsBack: number;
  readonly bothWays: { readonly orchestrated: readonly Pair[]; readonly choreographed: readonly Pair[] };
  /** Question 2c: ids of the steps that wait for two or more, have a deadline, wait for a person, or branch. */
  readonly joins: readonly string[];
  readonly deadlines: readonly string[];
  readonly people: readonly string[];
  readonly branchPoints: readonly string[];
  /** One change of each kind, with what it touches in each style. */
  readonly whatIfs: readonly WhatIf[];
};

/** Counts everything at once. */
export function factsOf(workflow: Workflow): Facts {
  const situations = situationsOf(workflow);
  const backs = situations.map(servicesBack);
  const most = Math.max(0, ...backs.map((services) => services.length));
  const which = (wanted: (step: Workflow['steps'][number]) => boolean) =>
    workflow.steps.filter(wanted).map((step) => step.id);
  return {
    steps: workflow.steps.length,
    services: new Set(workflow.steps.map((step) => step.service)).size,
    situations,
    reach: { most, services: [...new Set(backs.flat())] },
    hopsBack: most,
    bothWays: {
      orchestrated: pairsBothWays(messagesOf(workflow, 'orchestrated')),
      choreographed: pairsBothWays(messagesOf(workflow, 'choreographed')),
    },
    joins: which((step) => step.waitsFor.length > 1),
    deadlines: which((step) => step.deadline !== undefined),
    people: which((step) => step.person),
    branchPoints: which((step) => step.branches.length > 0),
    whatIfs: plausibleChanges(workflow).map((change) => whatIf(workflow, change)),
  };
}

/** The pairs that know each other in both directions (domain.md P3.3): the sender of a command, the receiver of an event. */
export function pairsBothWays(messages: readonly Message[]): readonly Pair[] {
  const knows = new Set<string>();
  const edges = messages.flatMap((message): readonly Pair[] => {
    const edge: Pair | undefined = knownBy(message);
    return edge === undefined || edge[0] === edge[1] ? [] : [edge];
  });
  for (const edge of edges) knows.add(JSON.stringify(edge));
  const found = new Map<string, Pair>();
  for (const [one, other] of edges) {
    if (knows.has(JSON.stringify([other, one]))) found.set(JSON.stringify([one, other].toSorted()), [one, other]);
  }
  return [...found.values()];
}

/** Who knows whom because of a message: [the one who knows, the one who is known]. A reply or a report to the coordinator goes to whoever asked. */
function knownBy(message: Message): Pair | undefined {
  const from = partyName(message.from);
  const to = partyName(message.to);
  if (message.kind === 'command') return [from, to];
  if (message.kind === 'reply') return undefined;
  if (message.kind === 'failure' && partyKey(message.to) === partyKey(coordinator)) return undefined;
  return [to, from];
}

function partyName(party: Message['from']): string {
  return party.kind === 'service' ? party.name : 'the coordinator';
}
