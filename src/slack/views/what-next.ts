// The modal after acceptance: a few questions, one choice each, then two candidate tools; or a checklist.
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { NextSteps } from '../../application/next-steps.ts';
import { type Candidate, chooseTools, type WhatNext } from '../../domain/what-next/choose-tools.ts';
import { ownedQuestionId, type ToolAnswers, type ToolQuestion } from '../../domain/what-next/tools.ts';
import { context, divider, header, menu, section } from '../cards/blocks.ts';
import { type Citations, citations } from '../cards/citations.ts';
import { actionIds, viewIds } from '../ids.ts';
import { words } from '../text.ts';
import { modal } from './modal.ts';

/** Tools that fell out are named this many at most. */
const fallenShown = 8;

const stateSchema = z.record(z.string(), z.string());

/** The answers a modal carries; none where it is not ours. */
export function readToolAnswers(metadata: string | undefined): ToolAnswers {
  try {
    return stateSchema.safeParse(JSON.parse(metadata ?? '')).data ?? {};
  } catch {
    return {};
  }
}

/** For an orchestrated or split decision: the questions, then what the answers so far come to. */
export function whatNextView(next: NextSteps, answers: ToolAnswers): ModalView {
  const cite = citations();
  const { questions } = next.table;
  const given = questions.filter(({ id }) => answers[id] !== undefined).length;
  const result = given === 0 ? [] : resultBlocks(chooseTools(next.table, answers), next, cite);
  return modal({
    id: viewIds.whatNext,
    title: 'What next',
    metadata: JSON.stringify(answers),
    blocks: [
      context(`Choose what you know; the candidates follow at the end. ${given} of ${questions.length} chosen.`),
      ...questions.flatMap((question) => questionBlocks(question, answers[question.id])),
      ...result,
      ...cite.list(),
    ],
  });
}

/** For a choreographed decision: what to have in place before it goes live. */
export function checklistView({ checklist, sources }: NextSteps): ModalView {
  const cite = citations();
  const items = checklist.map(({ label, passages, text }) => {
    const links = passages.flatMap((passage) => sources.get(passage) ?? []);
    return section(`☐  *${words(label, 40)}*\n${words(text, 200)}${cite.mark(links)}`);
  });
  return modal({
    id: viewIds.whatNext,
    title: 'What next',
    metadata: '',
    blocks: [section('*Before it goes live, have these in place*'), ...items, ...cite.list()],
  });
}

function questionBlocks({ id, options, text }: ToolQuestion, chosen: string | undefined): readonly KnownBlock[] {
  const choices = options.map((option) => ({ label: option.label, value: option.id }));
  const select = menu(actionIds.tool(id), 'Not chosen', choices);
  const initial = select.options?.find(({ value }) => value === chosen);
  const accessory = { ...select, ...(initial === undefined ? {} : { initial_option: initial }) };
  return [{ type: 'section', text: { type: 'mrkdwn', text: words(text, 200), verbatim: true }, accessory }];
}

function resultBlocks(result: WhatNext, next: NextSteps, cite: Citations): readonly KnownBlock[] {
  const { candidates, fellOut, outside, owned, wouldChange } = result;
  const line = (candidate: Candidate) => `*${words(candidate.tool.name, 60)}*${reason(candidate, next, cite)}`;
  // Sources are numbered in the order of reading, so the candidates come first.
  const named = candidates.map((candidate) => section(line(candidate)));
  const beside = outside === null ? [] : [context(`Outside the framework’s own list: ${line(outside)}`)];
  const fallen = fellOut.slice(0, fallenShown).map((candidate) => `•  ${line(candidate)}`);
  const nameOf = (id: string) => next.table.tools.find((tool) => tool.id === id)?.name ?? id;
  const changes = wouldChange.map(({ candidates: names, option, question }) => {
    const label = next.table.questions
      .find(({ id }) => id === question)
      ?.options.find(({ id }) => id === option)?.label;
    return `•  “${words(label ?? option, 40)}” would name ${names.map((name) => words(nameOf(name), 40)).join(' and ')}`;
  });
  return [
    divider(),
    header('Two candidates'),
    ...named,
    ...beside,
    ...(owned === null ? [] : [context(biasLine(owned))]),
    ...(changes.length === 0 ? [] : [section(`*Would change it*\n${changes.join('\n')}`)]),
    ...(fallen.length === 0 ? [] : [context(`Fell out\n${fallen.join('\n')}`)]),
  ];
}

function reason({ reason: why }: Candidate, { sources }: NextSteps, cite: Citations): string {
  if (why === null || why.question === ownedQuestionId) return '';
  return `  ${words(why.fit.reason, 160)}${cite.mark(sources.get(why.fit.passage) ?? [])}`;
}

/** The engine already owned is shown as the bias it is. */
function biasLine({ bias, decisive, tool }: NonNullable<WhatNext['owned']>): string {
  const effect = decisive ? 'Without it the candidates would be others.' : 'Without it they would be the same.';
  return `${words(tool.name, 60)} gets ${bias} points because you own it already. ${effect}`;
}
