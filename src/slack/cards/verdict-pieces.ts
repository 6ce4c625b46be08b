// The parts of the recommendation card that explain a verdict: why, what to watch, what would change it, what to draw.
import { consistencyQuestionId, findQuestion, unknownOption } from '../../domain/framework.ts';
import type { AnswerChange, Flip, Reason, Verdict } from '../../domain/verdict/verdict.ts';
import { words } from '../text.ts';
import { context, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import type { Citations } from './citations.ts';
import { nothing, type Piece } from './piece.ts';
import { styleNames } from './style-names.ts';
import { standingOption, wordsOf } from './wording.ts';

/** What these parts look at: the card's input, its verdict, and where sources are numbered. */
export type VerdictInput = CardInput & { readonly verdict: Verdict; readonly cite: Citations };

/** At most this many reasons are shown (scoring.md §9). */
const reasonsShown = 3;

/** Room for each text, in UTF-16 units: a team may edit the framework's wording to any length. */
const room = { name: 60, short: 120, text: 300, part: 120 } as const;

type Line = { readonly text: string; readonly mark: string };

/** A heading and its lines: with the sources' numbers where it is drawn, without them where it is read out. */
function listed(title: string, lines: readonly Line[]): Piece {
  if (lines.length === 0) return nothing;
  const bullet = lines.length === 1 ? '' : '•  ';
  const drawn = lines.map(({ text, mark }) => `${bullet}${text}${mark}`);
  return {
    text: `${title}: ${lines.map(({ text }) => text.replaceAll('*', '')).join(' ')}`,
    blocks: [section(`*${title}*\n${drawn.join('\n')}`)],
  };
}

/** The strongest reasons and the rules that had a say, each with its source. */
export function whyPiece(input: VerdictInput): Piece {
  const reasons = input.verdict.reasons.slice(0, reasonsShown).map((reason) => reasonLine(reason, input));
  const rules = input.verdict.rules.map((rule) => {
    const { text, sources } = input.texts.rules[rule];
    return { text: words(text, room.text), mark: input.cite.mark(sources) };
  });
  return listed('Why', [...reasons, ...rules]);
}

function reasonLine(reason: Reason, { decision, framework, texts, verdict, words: written, cite }: VerdictInput): Line {
  const name = words(framework.pillars[reason.pillar - 1]?.shortTitle ?? '', room.name);
  const [question] = reason.questions;
  const option = question === undefined ? null : standingOption(decision, question);
  const said = question === undefined || option === null ? undefined : texts.options[question][option];
  const side = reason.vote > 0 ? 'orchestration' : 'choreography';
  if (said === undefined) return { text: `*${name}*  Its answers together speak for ${side}.`, mark: '' };
  const part = reason.kind === 'part' && verdict.part !== null ? wordsOf(written, verdict.part) : null;
  const which = part === null ? '' : `: ${words(part, room.part)}`;
  const leaning = verdict.style === 'open' ? ` (for ${side})` : '';
  return { text: `*${name}*  ${words(said.short, room.short)}${which}${leaning}.`, mark: cite.mark(said.sources) };
}

/** Warnings, then patterns that are one; W1 is left out where it already stands on top. */
export function watchPiece(input: VerdictInput): Piece {
  const { cite, texts, verdict } = input;
  const shown = verdict.warnings.filter((id) => !(verdict.ownerFirst && id === 'W1'));
  const warnings = shown.map((id) => {
    const { title, text, sources } = texts.warnings[id];
    return { text: `*${words(title, room.name)}*  ${words(text, room.text)}`, mark: cite.mark(sources) };
  });
  return listed('Watch', [...warnings, ...warningPatterns(input)]);
}

/** W1 on its own: finding an owner comes before choosing a style. */
export function ownerFirstPiece({ cite, texts, verdict }: VerdictInput): Piece {
  if (!verdict.ownerFirst) return nothing;
  const { title, text, sources } = texts.warnings.W1;
  const line = { text: words(text, room.text), mark: cite.mark(sources) };
  return listed(`First of all: ${words(title, room.name)}`, [line]);
}

/** "Would change": at most three flips, each as the statement that would have to come true. */
export function flipsPiece({ texts, verdict }: VerdictInput): Piece {
  const statement = ({ question, to }: AnswerChange) => {
    const said = to === unknownOption ? texts.unknowns[question] : texts.options[question][to]?.observation;
    return `${words(said ?? `the answer to ${question} becomes ${to}`, room.short)} (${question})`;
  };
  const lines = verdict.flips.map(({ changes, style }: Flip) => ({
    text: `to ${styleNames[style]} if ${changes.map(statement).join(' and ')}`,
    mark: '',
  }));
  return listed('Would change', lines);
}

/** What is still unknown: the one answer to find out next, or that none would change the result. */
export function unknownsPiece(input: VerdictInput): Piece {
  const line = unknownsLine(input);
  return { text: line.replaceAll('*', ''), blocks: [section(line)] };
}

function unknownsLine({ decision, framework, verdict }: VerdictInput): string {
  const { askConsistency, next, robust, unanswered } = verdict;
  const consistency = standingOption(decision, consistencyQuestionId);
  const isOpen = askConsistency && (consistency === null || consistency === unknownOption);
  const question = next === null ? undefined : findQuestion(framework, next);
  if (question !== undefined) return `*Find out next*  ${question.id}: ${words(question.text, room.text)}`;
  switch (robust) {
    case 'nothing-unknown':
      return isOpen
        ? 'Every question that decides the result is answered.'
        : 'Every question is answered: nothing is left unknown.';
    case 'yes':
      return 'Nothing still unknown would change this.';
    case 'no':
      return 'No single open answer would change this; two or more of them together could.';
    case 'not-enumerated':
      return `${unanswered.length} questions are open. No single one of them would change this; not every combination was tried.`;
    default:
      return robust satisfies never;
  }
}

/** What to draw next, and the saga patterns the result reads as. */
export function nextStepsPiece(input: VerdictInput): Piece {
  const { cite, texts, verdict } = input;
  const { drawNext, sources } = texts.styles[verdict.style];
  const draw = { text: words(drawNext, room.text), mark: cite.mark(sources) };
  const drawing = listed('Draw next', [draw]);
  const pattern = patternLine(input);
  if (pattern === null) return drawing;
  return {
    text: `${drawing.text}\n${pattern.text.replaceAll('*', '')}`,
    blocks: [...drawing.blocks, context(`${pattern.text}${pattern.mark}`)],
  };
}

/** "Pattern: Parallel for the part, Anthology around it." with what the main one means. */
function patternLine({ cite, texts, verdict }: VerdictInput): Line | null {
  if (verdict.pattern === null) return null;
  const { main, first, around } = verdict.pattern;
  const beside = [
    ...(around === null ? [] : [`*${around}* around it`]),
    ...(first === null ? [] : [`*${first}* for the first part of the call`]),
  ];
  const { text, sources, warns } = texts.patterns[main];
  const meaning = warns ? 'see Watch above.' : words(text, room.text);
  const others = beside.length === 0 ? '' : ` With ${beside.join(', and ')}.`;
  return { text: `Saga pattern *${main}*: ${meaning}${others}`, mark: cite.mark(sources) };
}

/** Patterns that are a warning in themselves. */
function warningPatterns({ texts, verdict, cite }: VerdictInput): readonly Line[] {
  if (verdict.pattern === null) return [];
  const { main, first, around } = verdict.pattern;
  return [main, around, first].flatMap((name) => {
    if (name === null || !texts.patterns[name].warns) return [];
    const { text, sources } = texts.patterns[name];
    return [{ text: `*${name}* (saga pattern)  ${words(text, room.text)}`, mark: cite.mark(sources) }];
  });
}
