// Proposes steps from what a team said of its workflow, as lines for a person to edit and save. Nothing is recorded here.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { PersonId, WordRef } from '../../domain/decision/refs.ts';
import { formatWorkflow } from '../../domain/workflow/format-workflow.ts';
import { parseWorkflow } from '../../domain/workflow/parse-workflow.ts';
import { workflowLimits } from '../../domain/workflow/workflow.ts';
import type { Asker } from '../advice/answer-budget.ts';
import { rolesOf } from '../advice/decision-facts.ts';
import { redact } from '../advice/redact.ts';
import type { Advisor } from '../advisor.ts';
import { threadName } from '../thread-name.ts';

/** For which decision steps are wanted, who wants them, and what stands in the field by now. */
export type StepsWanted = {
  readonly team: string;
  readonly person: PersonId;
  readonly decision: StartedDecision;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly written: string;
  /** The most characters the lines may take together. */
  readonly room: number;
};

/** Why a model proposes no steps: it was asked too much just now, it did not answer, or nothing it said is a step. */
export const whyNoSteps = ['too-many', 'no-answer', 'no-steps'] as const;

/** Lines that the grammar takes as they are, at least one; or why there are none. */
export type ProposedSteps =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly because: (typeof whyNoSteps)[number] };

/** Proposes steps. Only what everybody may read of a decision is sent: its title, its description, what was just typed. */
export type ProposeSteps = (wanted: StepsWanted) => Promise<ProposedSteps>;

/** What proposing works with. */
export type ProposeStepsParts = {
  readonly advisor: Advisor;
  /** Whether the model may be asked for this person, thread and workspace now; it counts. */
  readonly mayAsk: (asker: Asker) => Promise<boolean>;
};

/** Builds the procedure. */
export function createProposeSteps({ advisor, mayAsk }: ProposeStepsParts): ProposeSteps {
  return async function proposeSteps({ team, person, decision, words, written, room }) {
    const { place, title, framing } = decision;
    const thread = place === null ? decision.decisionId : threadName(place.channel, place.threadTs);
    if (!(await mayAsk({ team, person, thread }))) return { ok: false, because: 'too-many' };
    const roles = rolesOf(decision);
    const said = (ref: WordRef | null) => redact(ref === null ? '' : (words.get(ref) ?? ''), roles);
    const result = await advisor.writeSteps({
      title: said(title),
      description: said(framing),
      written: redact(written, roles),
    });
    if (result.outcome !== 'done') return { ok: false, because: 'no-answer' };
    const text = understood(result.lines, room);
    return text === '' ? { ok: false, because: 'no-steps' } : { ok: true, text };
  };
}

/**
 * What the grammar understands of some lines, written as it writes steps itself; the last ones are left out where there
 * is no room for them. Whatever a model was talked into, no more than this can come of it: the names of services and what they do, to be read by a person first.
 */
export function understood(lines: readonly string[], room: number): string {
  const single = lines.map((line) => line.replace(/\s+/gu, ' '));
  const steps = single.filter((line) => parseWorkflow(line).workflow.steps.length === 1).slice(0, workflowLimits.steps);
  const text = formatWorkflow(parseWorkflow(steps.join('\n')).workflow);
  return text.length <= room ? text : understood(steps.slice(0, -1), room);
}
