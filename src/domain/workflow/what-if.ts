// What a change would touch, in each way to run the same steps (domain.md P4.3, R3).
import { applyChange, type Change, changedSteps } from './change.ts';
import { contractKey, dutiesOf, partyKey } from './duties.ts';
import { coordinator, messagesOf } from './messages.ts';
import type { DrawnStyle, Part, Workflow } from './workflow.ts';

/** What has to change together in one style. */
export type Touched = {
  /** Services that exist afterwards and must be built or released again, new ones included; in column order. */
  readonly services: readonly string[];
  /** Whether the coordinator is one more of them. */
  readonly coordinator: boolean;
  /** How many deployed things that is: the services, and the coordinator where it changes. */
  readonly deployments: number;
  /** Arrows between two parties that are new, gone or say something else. */
  readonly contracts: number;
};

/** What has become of a workflow, with its two (or, with a part, three) countings side by side. */
export type Impact = {
  readonly after: Workflow;
  /** Ids of the steps that are new or different. */
  readonly steps: readonly string[];
  readonly orchestrated: Touched;
  readonly choreographed: Touched;
  readonly hybrid?: Touched;
  /** The part after the change: a step put in after one of its steps belongs to it. */
  readonly part?: Part;
};

/** A change that is tried, and what comes of it. */
export type WhatIf = Impact & { readonly change: Change };

/** Applies a change and counts what it touches. */
export function whatIf(workflow: Workflow, change: Change, part?: Part): WhatIf {
  const after = applyChange(workflow, change);
  const parts = part === undefined ? undefined : { before: part, after: grown(part, change, after) };
  return { change, ...impactOf(workflow, after, parts) };
}

/** Counts what has become of a workflow. The parts are those of a split, before and after. */
export function impactOf(before: Workflow, after: Workflow, parts?: Parts): Impact {
  const both = {
    after,
    steps: changedSteps(before, after),
    orchestrated: touched(before, after, 'orchestrated'),
    choreographed: touched(before, after, 'choreographed'),
  };
  if (parts === undefined) return both;
  return { ...both, hybrid: touched(before, after, 'hybrid', parts), part: parts.after };
}

/** The contracts of a workflow in one style that another version of it has not: what has to be agreed on anew. */
export function newContracts(
  before: { readonly workflow: Workflow; readonly part?: Part },
  after: { readonly workflow: Workflow; readonly part?: Part },
  style: DrawnStyle,
): ReadonlySet<string> {
  const known = contractsOf(before.workflow, style, before.part);
  return new Set([...contractsOf(after.workflow, style, after.part)].filter((contract) => !known.has(contract)));
}

/** A step put in after one of the part belongs to the part. */
function grown(part: Part, change: Change, after: Workflow): Part {
  if (change.kind !== 'insert' || !part.steps.includes(change.after)) return part;
  const at = after.steps.findIndex((step) => step.id === change.after);
  const added = after.steps[at + 1];
  return added === undefined ? part : { ...part, steps: [...part.steps, added.id] };
}

type Parts = { readonly before: Part; readonly after: Part };

function touched(before: Workflow, after: Workflow, style: DrawnStyle, parts?: Parts): Touched {
  const old = dutiesOf(before, style, parts?.before);
  const now = dutiesOf(after, style, parts?.after);
  const parties = [...now].filter(([party, duties]) => !sameSet(duties, old.get(party))).map(([party]) => party);
  const isCoordinator = parties.includes(partyKey(coordinator));
  const services = parties
    .filter((party) => party !== partyKey(coordinator))
    .map((party) => party.replace('service ', ''));
  const contracts = differences(contractsOf(before, style, parts?.before), contractsOf(after, style, parts?.after));
  return { services, coordinator: isCoordinator, deployments: parties.length, contracts };
}

/** What the parties of a style have agreed on with each other; a service talking to itself has agreed on nothing. */
function contractsOf(workflow: Workflow, style: DrawnStyle, part?: Part): ReadonlySet<string> {
  const between = messagesOf(workflow, style, part).filter(
    (message) => partyKey(message.from) !== partyKey(message.to),
  );
  return new Set(between.map(contractKey));
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string> = new Set()): boolean {
  return one.size === other.size && [...one].every((entry) => other.has(entry));
}

function differences(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  const kept = [...before].filter((contract) => after.has(contract)).length;
  return before.size + after.size - 2 * kept;
}
