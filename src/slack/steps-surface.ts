// Shows in the modal *Steps* how far a proposal has come.
import type { WebClient } from '@slack/web-api';
import type { ProposedSteps } from '../application/drawings/propose-steps.ts';
import type { StepsSurface } from '../application/drawings/propose-to-asker.ts';
import type { Log } from '../application/log.ts';
import type { ActionValue } from './action-value.ts';
import { limits } from './limits.ts';
import { updateView } from './update-view.ts';
import { type StepsShown, stepsView } from './views/steps.ts';

/** What showing works with. */
export type StepsModalParts = { readonly client: WebClient; readonly log: Log };

/** Which modal, opened from which card of which decision. */
export type StepsModal = Pick<ActionValue, 'decision' | 'card'> & { readonly view: string };

/** Why a model proposed nothing, and what to do. */
const failures = {
  'too-many':
    'A model was asked a lot just now, so it proposed nothing. Write the steps yourself, or try again in a minute.',
  'no-answer': 'The model did not answer, so nothing is proposed. Write the steps yourself, or try again later.',
  'no-steps':
    'No steps could be read out of what was said. Write them yourself, or first say here what happens and in which service.',
} as const satisfies Readonly<Record<Extract<ProposedSteps, { ok: false }>['because'], string>>;

const proposedSentence =
  'A model proposed these steps. Read them and change what is wrong: nothing is recorded before you save.';

/** What was typed stays below the proposal as remarks, which are no steps. */
const beforeRemark = '# What stood here before:';

/** Shows the modal anew, or leaves it where it is closed or has changed since `hash`. Throws when nobody can know. */
export function showSteps(
  parts: StepsModalParts,
  { view: viewId, decision, card }: StepsModal,
  shown: StepsShown & { readonly hash?: string },
): Promise<void> {
  return updateView(parts, { viewId, view: stepsView({ decision, card }, shown), hash: shown.hash });
}

/** What the modal shows once a model was asked: its steps or why there are none, and what was typed before. */
export function stepsAfterAsking(proposed: ProposedSteps, written: string): StepsShown {
  return proposed.ok
    ? { stage: 'asked', text: withBefore(proposed.text, written), sentence: proposedSentence }
    : { stage: 'asked', text: written, sentence: failures[proposed.because] };
}

/** The surface over Slack's Web API. */
export function createStepsSurface(parts: StepsModalParts): StepsSurface {
  return {
    show: ({ proposed, written, ...steps }) => showSteps(parts, steps, stepsAfterAsking(proposed, written)),
  };
}

function withBefore(text: string, written: string): string {
  if (written === '' || written === text) return text;
  const remarks = written.split('\n').map((line) => `# ${line}`);
  const all = [text, beforeRemark, ...remarks].join('\n');
  return all.length <= limits.inputText ? all : text;
}
