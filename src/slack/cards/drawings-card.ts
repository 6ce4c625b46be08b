// The card of the steps: what they are, what is counted on them and what that says about the answers, what can be drawn.
import type { Button, KnownBlock } from '@slack/types';
import { questionRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import { isAsking } from '../../domain/decision/phase.ts';
import { isReached } from '../../domain/decision/pillars.ts';
import { type Evidence, evidenceOf, viewsOf } from '../../domain/decision/workflow-of.ts';
import { findQuestion, pillarOf } from '../../domain/framework.ts';
import { formatWorkflow } from '../../domain/workflow/format-workflow.ts';
import type { Proposal } from '../../domain/workflow/proposals.ts';
import { factsInWords } from '../../domain/workflow/wording.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { clipPlain, mention, oneLine, words } from '../text.ts';
import { actions, button, context, divider, header, plainSection, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { disagreementLines, drawButton } from './evidence-piece.ts';
import { message, nothing, type Piece } from './piece.ts';
import { labelOf, wordsOf } from './wording.ts';

/** Room for each text, in UTF-16 units. */
const room = { line: 220, steps: 2_600, spokenSteps: 900, question: 160, counted: 500, fact: 400, label: 60 } as const;

type Shown = CardInput & { readonly evidence: Evidence };

/** The card, or null while there are no steps to show. */
export function drawingsCard(input: CardInput): CardMessage | null {
  const evidence = evidenceOf(input.decision, input.words);
  if (evidence === null) return null;
  const shown: Shown = { ...input, evidence };
  return message([
    title(input),
    steps(shown),
    givenBy(input.decision),
    facts(shown),
    disagreements(shown),
    ...evidence.proposals
      .filter(({ question }) => isShownYet(question, shown))
      .map((proposal) => proposed(proposal, shown)),
    later(shown),
    buttons(shown),
  ]);
}

function title({ decision, words: written }: CardInput): Piece {
  const name = wordsOf(written, decision.title);
  return { text: `Steps of ${words(name, 200)}`, blocks: [header(`Steps of ${name}`)] };
}

function steps({ evidence }: Shown): Piece {
  const lines = formatWorkflow(evidence.workflow)
    .split('\n')
    .map((line, place) => `${place + 1}.  ${clipPlain(oneLine(line), room.line)}`);
  const whole = lines.join('\n');
  return { text: words(whole, room.spokenSteps), blocks: [plainSection(clipPlain(whole, room.steps))] };
}

function givenBy({ workflow }: StartedDecision): Piece {
  if (workflow === null) return nothing;
  const edited = workflow.edition === 1 ? 'Given' : `Edition ${workflow.edition}, edited last`;
  const line = `${edited} by ${mention(workflow.person)}. Anyone of this workspace in the channel may edit them.`;
  return { text: line, blocks: [context(line)] };
}

function facts({ evidence }: Shown): Piece {
  const lines = factsInWords(evidence.facts).map((line) => words(line, room.fact));
  return {
    text: `Counted on the steps: ${lines.join('. ')}.`,
    blocks: [section(`*Counted on the steps*\n${lines.map((line) => `•  ${line}`).join('\n')}`)],
  };
}

function disagreements(input: Shown): Piece {
  const lines = disagreementLines(input.evidence, input);
  if (lines.length === 0) return nothing;
  return {
    text: `The answers and the steps disagree: ${lines.join(' ')}`,
    blocks: [section(`*The answers and the steps disagree*\n${lines.map((line) => `•  ${line}`).join('\n')}`)],
  };
}

/** A proposal stands here once its question has been asked. */
function isShownYet(question: Proposal['question'], { decision }: CardInput): boolean {
  return isReached(decision, pillarOf[question]);
}

/** The questions that have not been asked yet, in one quiet line: nobody is to answer ahead of the others. */
function later(input: Shown): Piece {
  const waiting = input.evidence.proposals.filter(({ question }) => !isShownYet(question, input));
  if (waiting.length === 0) return nothing;
  const line = `The steps also bear on ${waiting.map(({ question }) => question).join(', ')}: what they say comes here when that is asked.`;
  return { text: line, blocks: [context(line)] };
}

/** One proposed answer with its counting. It is recorded only by a click, as the answer of whoever clicks. */
function proposed({ question, option, counted }: Proposal, input: Shown): Piece {
  const { card, decision, framework } = input;
  const asks = words(findQuestion(framework, question)?.text ?? '', room.question);
  const label = words(labelOf(framework, question, option), room.label);
  const line = `*${question}*  ${asks}\n${words(counted, room.counted)} That reads as *${label}*.`;
  const standing = questionRecord(decision, question).standing;
  if (standing?.option === option) {
    const same = `✓  *${question}*  ${words(counted, room.counted)} *${label}* is the recorded answer.`;
    return { text: same.replaceAll('*', ''), blocks: [context(same)] };
  }
  const settled = isAsking(decision) ? null : 'The decision is settled, so its answers stand.';
  const record = button({
    id: actionIds.answer(question, option),
    label: 'Record this answer',
    spoken: `Record “${oneLine(labelOf(framework, question, option))}” for ${question}`,
    value: encodeActionValue({ decision: decision.decisionId, card, question, option }),
  });
  const blocks: KnownBlock[] = [section(line), settled === null ? actions([record]) : context(settled)];
  return { text: `${line.replaceAll('*', '')} ${settled ?? ''}`.trim(), blocks };
}

function buttons({ card, decision, words: written }: Shown): Piece {
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const draw = (what: string, label: string, spoken: string): Button =>
    drawButton({ card, decision }, { what, label, spoken });
  const all = viewsOf(decision, written).length === 2 ? 'both styles' : 'all three';
  const files = 'As files: SVG, Mermaid, a page in words, and BPMN.';
  return {
    text: `The buttons draw ${all}, light or dark, try a change, and edit the steps. ${files}`,
    blocks: [
      divider(),
      actions([
        { ...draw('light', `Draw ${all}`, `Draw ${all} in the thread`), style: 'primary' },
        draw('dark', 'Draw dark', `Draw ${all} on a dark background`),
        button({ id: actionIds.whatIf(), label: 'What if…', spoken: 'Try a change on the drawings', value }),
        button({ id: actionIds.steps(), label: 'Edit steps', value }),
      ]),
      context('As files in the thread'),
      actions([
        draw('svg', 'SVG', 'The drawings as SVG files'),
        draw('mermaid', 'Mermaid', 'The drawings as Mermaid text'),
        draw('words', 'In words', 'The workflow as a page in plain words'),
        draw('bpmn', 'BPMN', 'The workflow as BPMN files'),
      ]),
    ],
  };
}
