// Writes a workflow as Mermaid sequence diagrams: the good run, then the longest way back.
import { worstSituation } from '../domain/workflow/situations.ts';
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import { styleName } from './scenes.ts';
import { type Lookup, lookUp, numbersOf, type View } from './view.ts';
import { headingOf, isTold, wrong } from './way-back.ts';

/**
 * One `sequenceDiagram`. Participants are called p0, p1, … so that no name can be read as an instruction; what people
 * typed stands only where Mermaid takes plain text, with its special characters as entities.
 */
export function mermaidOf(view: View): string {
  const lookup = lookUp(view);
  const lead = lookup.style === 'choreographed' ? 'Start' : 'Coordinator';
  const lines = [
    'sequenceDiagram',
    `    accTitle: ${plain(`${lookup.title}, ${styleName(lookup.style, lookup.part).toLowerCase()}`)}`,
    `    participant lead as ${lead}`,
    ...lookup.columns.map((name, column) => `    participant p${column} as ${plain(name)}`),
    ...lookup.workflow.steps.flatMap((step) => stepLines(lookup, step)),
    ...wayBackLines(lookup),
  ];
  return `${lines.join('\n')}\n`;
}

/** Text that Mermaid takes as it is: letters, digits and harmless marks stay, everything else becomes an entity. */
function plain(text: string): string {
  const safe = Array.from(text, (char) =>
    /[\p{L}\p{M}\p{N} .,'()?!/+=*·…-]/u.test(char) ? char : `#${char.codePointAt(0) ?? 63};`,
  ).join('');
  // The words `end`, `loop`, … close or open blocks even inside text when they stand alone.
  return safe
    .trim()
    .replace(
      /\b(end|loop|alt|opt|par|and|else|critical|break|rect|box|note|as)\b/giu,
      (word) => `${word.charAt(0)}#8203;${word.slice(1)}`,
    );
}

function idOf(lookup: Lookup, service: string): string {
  return `p${lookup.columns.indexOf(service)}`;
}

function stepLines(lookup: Lookup, step: Step): readonly string[] {
  const to = idOf(lookup, step.service);
  const number = lookup.numberOf(step.id);
  const notes = [
    ...(step.waitsFor.length > 1 ? [`waits for ${numbersOf(step.waitsFor, lookup)}`] : []),
    ...(step.deadline === undefined ? [] : [`within ${step.deadline}`]),
    ...(step.person ? ['a person does this'] : []),
    ...(step.optional ? ['optional'] : []),
  ];
  return [
    ...(notes.length === 0
      ? []
      : [`    Note over ${lookup.isCoordinated(step) ? 'lead' : to}: ${plain(`${number}: ${notes.join(', ')}`)}`]),
    ...arrivalLines(lookup, step),
    ...step.branches.flatMap((branch) => {
      const from = lookup.isCoordinated(step) ? 'lead' : to;
      const when = plain(`if ${branch.when}`);
      if (branch.leads === 'undo') return [`    Note over ${from}: ${when} - everything is taken back`];
      if (branch.leads === 'end') return [`    Note over ${from}: ${when} - it ends here`];
      if (branch.leads === 'step')
        return [`    Note over ${from}: ${when} - on to step ${lookup.numberOf(branch.step)}`];
      return [`    ${from}-->>${idOf(lookup, branch.service)}: ${when} - ${plain(branch.action)}`];
    }),
  ];
}

function arrivalLines(lookup: Lookup, step: Step): readonly string[] {
  const to = idOf(lookup, step.service);
  const does = plain(`${lookup.numberOf(step.id)} ${step.action}`);
  const outside = step.waitsFor
    .flatMap((id) => lookup.stepOf(id) ?? [])
    .filter((before) => !lookup.isCoordinated(before));
  const isFromLead =
    step.waitsFor.length > outside.length || (step.waitsFor.length === 0 && lookup.style === 'choreographed');
  if (lookup.isCoordinated(step)) {
    return [
      ...outside.map((before) => `    ${idOf(lookup, before.service)}-)lead: ${plain(eventOf(before))}`),
      `    lead->>${to}: ${does}`,
      `    ${to}-->>lead: ${plain(eventOf(step))}`,
    ];
  }
  return [
    ...(isFromLead
      ? [`    lead-)${to}: ${lookup.style === 'choreographed' ? 'asked for' : 'outcome of the part'}`]
      : []),
    ...outside.map((before) => `    ${idOf(lookup, before.service)}-)${to}: ${plain(eventOf(before))}`),
    `    ${to}->>${to}: ${does}`,
  ];
}

function wayBackLines(lookup: Lookup): readonly string[] {
  const worst = worstSituation(lookup.workflow);
  if (worst === undefined) return [];
  const failed = idOf(lookup, worst.step.service);
  return [
    '    rect rgba(200, 60, 40, 0.12)',
    `    Note over lead: ${plain(headingOf(lookup, worst))}`,
    ...(isTold(lookup, worst) ? [`    ${failed}--xlead: ${plain(`${worst.step.action} ${wrong(worst)}`)}`] : []),
    ...worst.undone.map((step) => {
      const to = idOf(lookup, step.service);
      const undo = plain(step.undo ?? '');
      if (lookup.isCoordinated(step)) return `    lead->>${to}: ${undo}`;
      return `    ${lookup.isCoordinated(worst.step) ? 'lead' : failed}--x${to}: ${undo}`;
    }),
    '    end',
  ];
}
