// Writes what the model reads: instructions that are ours, and data that cannot pass for instructions.
import type { AdvisorRequest, ProposalRequest, StepsRequest } from '../application/advisor.ts';
import { type Prompts, promptParts } from './load-prompts.ts';
import { fillPrompt } from './prompt-file.ts';

/** A prompt ready to be sent. */
export type WrittenPrompt = { readonly instructions: string; readonly data: string };

/** How much of each text that people wrote is sent, in UTF-16 units: a long paste must not crowd out the passages. */
const MOST_WORDS = 4_000;
/** How many turns of the conversation are sent, the latest. */
const MOST_TURNS = 12;

/** Writes the prompt of an explanation. */
export function writeExplanation(prompts: Prompts, request: AdvisorRequest): WrittenPrompt {
  const { instructions, data } = promptParts(prompts.explain);
  const values = {
    task: prompts.tasks[request.purpose].text,
    passages: asData(request.passages.map(({ id, title, body }) => ({ id, title, text: body }))),
    verdict: asData(request.verdict),
    answers: asData(request.answers),
    conversation: asData(request.conversation.slice(-MOST_TURNS)),
    question: asData(request.question),
  };
  return { instructions: fillPrompt(instructions, values), data: fillPrompt(data, values) };
}

/** Writes the prompt of a proposal. */
export function writeProposal(prompts: Prompts, request: ProposalRequest): WrittenPrompt {
  const { instructions, data } = promptParts(prompts.propose);
  const values = { choices: asData(request.choices), words: asData(request.words) };
  return { instructions: fillPrompt(instructions, values), data: fillPrompt(data, values) };
}

/** Writes the prompt for the steps of a workflow. */
export function writeStepsPrompt(prompts: Prompts, request: StepsRequest): WrittenPrompt {
  const { instructions, data } = promptParts(prompts.steps);
  const { title, description, written } = request;
  const values = { title: asData(title), description: asData(description), written: asData(written) };
  return { instructions: fillPrompt(instructions, values), data: fillPrompt(data, values) };
}

/**
 * A value as JSON in which no `<` and `>` is left, so that nothing inside can close the tags around it or open others.
 * The escapes are JSON's own: nothing is lost.
 */
function asData(value: unknown): string {
  const clip = (_: string, item: unknown): unknown => (typeof item === 'string' ? item.slice(0, MOST_WORDS) : item);
  return JSON.stringify(value, clip, 1).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}
