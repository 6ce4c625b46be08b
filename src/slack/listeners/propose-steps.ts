// *Propose steps*: in the steps modal, where a model is configured. What it proposes fills the field; a person saves it.
import type { App } from '@slack/bolt';
import type { ProposedSteps, ProposeSteps } from '../../application/drawings/propose-steps.ts';
import { decodeActionValue } from '../action-value.ts';
import { slackErrorCode } from '../api-errors.ts';
import { decisionToShow } from '../decision-view.ts';
import { actionPatterns, fieldIds } from '../ids.ts';
import { limits } from '../limits.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { clickSchema, fieldValues } from '../payloads.ts';
import { type StepsShown, stepsView } from '../views/steps.ts';
import { isMember } from '../workspace.ts';

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

/** Registers the button. Without a model there is none. */
export function registerProposeSteps(app: App, parts: ListenerParts): void {
  const { proposeSteps } = parts;
  app.action({ type: 'block_actions', action_id: actionPatterns.proposeSteps }, async ({ ack, body }) => {
    await ack();
    const { actions, team, user, view } = clickSchema.parse(body);
    const value = decodeActionValue(actions[0]?.value ?? undefined);
    const isOurs = isMember(parts.workspace, user.team_id ?? team?.id);
    if (proposeSteps === null || !view || value === null || !isOurs) return;
    const show = async (shown: StepsShown, hash?: string): Promise<boolean> => {
      try {
        const next = stepsView(value, shown);
        await parts.client.views.update({ view_id: view.id, view: next, ...(hash === undefined ? {} : { hash }) });
        return true;
      } catch (error) {
        parts.log.info('modal not updated', { code: slackErrorCode(error) });
        return false;
      }
    };
    // A second click on the same view loses here, and the first goes on.
    if (!(await show({ stage: 'under-way' }, view.hash))) return;
    const written = view.state ? (fieldValues(view.state, fieldIds.steps)[0] ?? '') : '';
    const proposed = await propose(parts, proposeSteps, { decisionId: value.decision, person: user.id, written });
    if (proposed.ok)
      await show({ stage: 'asked', text: withBefore(proposed.text, written), sentence: proposedSentence });
    else await show({ stage: 'asked', text: written, sentence: failures[proposed.because] });
  });
}

async function propose(
  parts: ListenerParts,
  proposeSteps: ProposeSteps,
  asked: { readonly decisionId: string; readonly person: string; readonly written: string },
): Promise<ProposedSteps> {
  const { person, written } = asked;
  const shown = await decisionToShow(parts, asked.decisionId);
  if (!shown.ok) return { ok: false, because: 'no-answer' };
  const { decision, words } = shown;
  try {
    const team = parts.workspace.key;
    return await proposeSteps({ team, person, decision, words, written, room: limits.inputText });
  } catch (error) {
    parts.log.warn('no steps proposed', { decision: asked.decisionId }, error);
    return { ok: false, because: 'no-answer' };
  }
}

function withBefore(text: string, written: string): string {
  if (written === '' || written === text) return text;
  const remarks = written.split('\n').map((line) => `# ${line}`);
  const all = [text, beforeRemark, ...remarks].join('\n');
  return all.length <= limits.inputText ? all : text;
}
