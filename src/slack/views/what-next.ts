// The modal after acceptance: a few questions, one choice each, then two candidate tools; or a checklist.
import type { KnownBlock, ModalView } from '@slack/types';
import type { NextSteps } from '../../application/next-steps.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { toolAnswersOf } from '../../domain/decision/tool-answers.ts';
import { unknownLabel, unknownOption } from '../../domain/framework.ts';
import { type Candidate, chooseTools, type WhatNext } from '../../domain/what-next/choose-tools.ts';
import { ownedQuestionId, type ToolQuestion } from '../../domain/what-next/tools.ts';
import { encodeActionValue, encodeChoice } from '../action-value.ts';
import { context, divider, header, menu, section } from '../cards/blocks.ts';
import { type Citations, citations } from '../cards/citations.ts';
import { biasLine } from '../cards/tools-piece.ts';
import { actionIds, viewIds } from '../ids.ts';
import { dayWords, mention, words } from '../text.ts';
import { modal } from './modal.ts';

/** Tools that fell out are named this many at most. */
const fallenShown = 8;

/** What the modal is made from. `problem` says why a choice was not recorded. */
export type WhatNextInput = {
  readonly decision: StartedDecision;
  readonly nextSteps: NextSteps;
  readonly problem?: string;
};

/** For an orchestrated or split decision: the questions, then what the answers so far come to. */
export function whatNextView({ decision, nextSteps, problem }: WhatNextInput): ModalView {
  const cite = citations();
  const { questions } = nextSteps.table;
  const answers = toolAnswersOf(decision);
  const given = questions.filter(({ id }) => answers[id] !== undefined).length;
  const result = given === 0 ? [] : resultBlocks(chooseTools(nextSteps.table, answers), nextSteps, cite);
  const metadata = { decision: decision.decisionId, card: 'outcome' } as const;
  return modal({
    id: viewIds.whatNext,
    title: 'What next',
    metadata: encodeActionValue(metadata),
    blocks: [
      ...(problem === undefined ? [] : [section(problem)]),
      context(
        `Choose what you know; the candidates follow at the end. Each choice is kept with the decision, with your name. ${given} of ${questions.length} known.`,
      ),
      ...questions.flatMap((question) => questionBlocks(question, decision)),
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

/** The question with the choice that stands, and whose it is. */
function questionBlocks(
  { id, options, text }: ToolQuestion,
  { decisionId, toolAnswers }: StartedDecision,
): readonly KnownBlock[] {
  const known = [...options, { id: unknownOption, label: unknownLabel }];
  const choices = known.map((option) => ({
    label: option.label,
    value: encodeChoice(option.id, { decision: decisionId, card: 'outcome' }),
  }));
  const select = menu(actionIds.tool(id), 'Not chosen', choices);
  const standing = toolAnswers[id];
  const initial = select.options?.[known.findIndex((option) => option.id === standing?.option)];
  const accessory = { ...select, ...(initial === undefined ? {} : { initial_option: initial }) };
  const who = standing === undefined ? '' : `\n${mention(standing.person)}, ${dayWords(standing.at)}`;
  return [{ type: 'section', text: { type: 'mrkdwn', text: `${words(text, 200)}${who}`, verbatim: true }, accessory }];
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
