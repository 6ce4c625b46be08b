// What can be counted on a workflow, and what Downbeat shows as facts.
import { plausibleChanges } from './change.ts';
import { partyKey } from './duties.ts';
import { type Message, messagesOf, type Party } from './messages.ts';
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
function pairsBothWays(messages: readonly Message[]): readonly Pair[] {
  const edges = messages.flatMap((message) => {
    const edge = knownBy(message);
    return edge === undefined || partyKey(edge[0]) === partyKey(edge[1]) ? [] : [edge];
  });
  const knows = new Set(edges.map(([one, other]) => JSON.stringify([partyKey(one), partyKey(other)])));
  const found = new Map<string, Pair>();
  for (const [one, other] of edges) {
    const keys = [partyKey(one), partyKey(other)];
    if (knows.has(JSON.stringify(keys.toReversed())))
      found.set(JSON.stringify(keys.toSorted()), [nameOf(one), nameOf(other)]);
  }
  return [...found.values()];
}

/** [Who knows, who is known]. A reply, or a failure told to the coordinator, goes to whoever asked. */
function knownBy(message: Message): readonly [Party, Party] | undefined {
  if (message.kind === 'command') return [message.from, message.to];
  if (message.kind === 'reply' || (message.kind === 'failure' && message.to.kind === 'coordinator')) return undefined;
  return [message.to, message.from];
}

function nameOf(party: Party): string {
  return party.kind === 'service' ? party.name : 'the coordinator';
}
