// Tells a workflow in plain sentences: as the text for people who cannot see a picture, and as a page to read.

import { clip } from '../domain/workflow/clean-text.ts';
import { type Situation, situationsOf } from '../domain/workflow/situations.ts';
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import type { Mark } from './scene.ts';
import { styleName } from './scenes.ts';
import { type Lookup, listed, lookUp, numbersOf, type View } from './view.ts';
import { wrong } from './way-back.ts';

/** It is read out in one go, so it is kept short, in characters; it ends at the end of a sentence. */
const longestAltText = 1000;

/** The flow in sentences, for the picture of it. At most 1,000 characters. */
export function altText(view: View): string {
  const lookup = lookUp(view);
  const worst = situationsOf(view.workflow).toSorted((a, b) => b.undone.length - a.undone.length)[0];
  const sentences = [
    `${clip(lookup.title, 80)}, ${clip(styleName(lookup.style, lookup.part), 80).toLowerCase()}.`,
    ...differences(lookup),
    ...view.workflow.steps.map((step) => stepSentence(lookup, step)),
    ...(worst === undefined ? [] : [situationSentence(lookup, worst)]),
  ];
  let text = '';
  for (const sentence of sentences) {
    const longer = `${text} ${sentence}`.trim();
    if (longer.length > longestAltText - 24)
      return text === '' ? clip(longer, longestAltText / 4) : `${text} And more steps follow.`;
    text = longer;
  }
  return text;
}

/** What a picture marks, first of all: who looks at it sees that first as well. */
function differences({ shown, marks, numberOf }: Lookup): readonly string[] {
  const marked = (mark: Mark) => shown.filter(({ id }) => marks?.steps.get(id) === mark);
  const numbers = (steps: readonly Step[]) => listed(steps.map(({ id }) => String(numberOf(id))));
  const [added, changed, removed] = [marked('new'), marked('changed'), marked('removed')];
  const gone = removed.map(({ action, service }) => `“${clip(action, 60)}” (${clip(service, 40)})`);
  return [
    ...(added.length === 0 ? [] : [`New: ${numbers(added)}.`]),
    ...(changed.length === 0 ? [] : [`Changed: ${numbers(changed)}.`]),
    ...(removed.length === 0 ? [] : [`Removed, struck through: ${listed(gone.slice(0, 5))}${more(gone.length - 5)}.`]),
  ];
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

/** The whole workflow as a page of plain words in Markdown, with every situation that needs undoing. */
export function wordsPage(view: View): string {
  const lookup = lookUp(view);
  const situations = situationsOf(view.workflow);
  const lines = [
    `# ${markdown(lookup.title)}`,
    '',
    `${markdown(styleName(lookup.style, lookup.part))}. ${introduction(view)}`,
    '',
    '## When all goes well',
    '',
    ...view.workflow.steps.map(
      (step) => `${lookup.numberOf(step.id)}. ${markdown(stepSentence(lookup, step).replace(/^\d+\. /u, ''))}`,
    ),
    '',
    '## When something goes wrong',
    '',
    ...(situations.length === 0
      ? ['Nothing has to be taken back.']
      : situations.map((situation) => `- ${markdown(situationSentence(lookup, situation))}`)),
    '',
  ];
  return lines.join('\n');
}

function introduction({ style, part }: View): string {
  switch (style) {
    case 'orchestrated':
      return 'A coordinator tells each service what to do, waits for its reply, and keeps the list of what was done.';
    case 'choreographed':
      return 'Nobody is in charge: each service listens for what others publish and acts by itself.';
    case 'hybrid':
      return part === undefined
        ? ''
        : 'A coordinator runs that part and publishes how it ends; the other services listen and act by themselves.';
    default:
      return style satisfies never;
  }
}

function stepSentence(lookup: Lookup, step: Step): string {
  const coordinated = lookup.isCoordinated(step);
  const who = step.person ? `somebody in ${step.service}` : step.service;
  const does = coordinated
    ? `the coordinator tells ${who}: ${step.action}`
    : `${cause(lookup, step)}${who} does this: ${step.action}`;
  const wait = coordinated && step.waitsFor.length > 1 ? `, once ${numbersOf(step.waitsFor, lookup)} are done` : '';
  const more = [
    ...(step.deadline === undefined ? [] : [`It may take ${step.deadline}.`]),
    ...(step.optional ? ['No promise depends on it.'] : []),
    ...step.branches.map((branch) => {
      if (branch.leads === 'undo') return `If ${branch.when}, what was done is taken back.`;
      if (branch.leads === 'end') return `If ${branch.when}, it ends here.`;
      if (branch.leads === 'step') return `If ${branch.when}, it goes on with step ${lookup.numberOf(branch.step)}.`;
      return `If ${branch.when}, ${branch.service} does this and it ends: ${branch.action}.`;
    }),
  ];
  const sentence = `${does}${wait}.`;
  return [`${lookup.numberOf(step.id)}. ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`, ...more].join(' ');
}

function cause(lookup: Lookup, step: Step): string {
  if (step.waitsFor.length === 0) return 'when the workflow is asked for, ';
  const heard = step.waitsFor
    .map((id) => lookup.stepOf(id))
    .flatMap((before) => (before === undefined ? [] : [`“${eventOf(before)}”`]));
  return `when ${listed(heard)} ${heard.length === 1 ? 'is' : 'are'} heard, `;
}

function situationSentence(lookup: Lookup, situation: Situation): string {
  const undone = situation.undone.map((step) => `${step.service}: ${step.undo}`);
  const by = situation.undone.some((step) => lookup.isCoordinated(step))
    ? 'the coordinator has this taken back, in this order'
    : 'these services hear of it and take back their own, ideally in this order';
  return `When step ${lookup.numberOf(situation.step.id)} (${situation.step.action}) ${wrong(situation)}, ${by}: ${undone.join('; ')}.`;
}

/** Keeps what people typed from being read as Markdown or HTML. */
function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&').replace(/^([-+])/u, '\\$1');
}
