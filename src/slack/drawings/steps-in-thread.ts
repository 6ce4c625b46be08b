// `@Downbeat steps` in a decision's thread: the steps, one a line, where slash commands and forms are far away.
import { takeSteps } from '../../application/drawings/given-steps.ts';
import { threadName } from '../../application/thread-name.ts';
import type { Actor } from '../../domain/decision/actor.ts';
import { knownStepsOf } from '../../domain/decision/workflow-of.ts';
import { decisionToShow } from '../decision-view.ts';
import { handOver, type ListenerParts, troubleOf } from '../listener-parts.ts';
import { words } from '../text.ts';
import { misreadSentence, stepsHint } from './steps-sentences.ts';

const noDecisionSentence =
  'Steps belong to a decision, and this is not the thread of one. Nothing was recorded. Start one with `/decide` or `@Downbeat decide`.';

/** A mention that gives steps. `thread` is null outside threads. */
export type StepsMention = {
  readonly actor: Actor;
  readonly channel: string;
  readonly thread: string | null;
  readonly deliveryKey: string;
};

/**
 * The lines below the word `steps`, empty when it stands alone, or null when a message is about something else. Words on
 * the same line make it a question, such as "steps of a saga?".
 */
export function stepsIn(said: string): string | null {
  return /^steps[ \t]*[:：]?[ \t]*(?:$|\r?\n([\s\S]*)$)/iu.exec(said) === null
    ? null
    : said.replace(/^[^\r\n]*\r?\n?/u, '');
}

/** Records the steps. Answers null when the cards say all there is to say, else the sentence for the person. */
export async function giveSteps(parts: ListenerParts, mention: StepsMention, text: string): Promise<string | null> {
  if (text.trim() === '') return `Write the steps below the word. ${stepsHint}`;
  const decisionId = await decisionIn(parts, mention);
  if (typeof decisionId !== 'string') return decisionId?.problem ?? noDecisionSentence;
  const shown = await decisionToShow(parts, decisionId);
  if (!shown.ok) return shown.problem;
  const taken = takeSteps(decisionId, text, knownStepsOf(shown.decision, shown.words));
  if (!taken.ok) return misread(misreadSentence(taken.problems));
  const handed = await handOver(parts, {
    decisionId,
    deliveryKey: mention.deliveryKey,
    words: taken.words,
    command: { type: 'SetWorkflow', by: mention.actor, at: parts.now(), ...taken.given },
  });
  if (handed.ok) return null;
  if ('trouble' in handed) return handed.trouble;
  return 'refusal' in handed ? handed.refusal.words : null;
}

async function decisionIn(
  { store, workspace }: ListenerParts,
  { channel, thread }: StepsMention,
): Promise<string | { readonly problem: string } | null> {
  try {
    return thread === null ? null : await store.decisionInThread(workspace.key, threadName(channel, thread));
  } catch (error) {
    const problem = troubleOf(error);
    if (problem === null) throw error;
    return { problem };
  }
}

/** The sentences quote what was typed, so each line is made safe. */
function misread(sentence: string): string {
  return sentence
    .split('\n')
    .map((line) => words(line, 400))
    .join('\n');
}
