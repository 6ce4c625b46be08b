// The card a decision hangs on: what it is about, how far it is, what came out, and how to go on.

import { pillarRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import type { CardKey } from '../../domain/decision/react.ts';
import { nextCard } from '../../domain/decision/react.ts';
import { findQuestion } from '../../domain/framework.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { clipPlain, link, manyLines, mention, words } from '../text.ts';
import { context, header, plainSection, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { headline } from './headline.ts';
import { message, nothing, type Piece } from './piece.ts';
import { clarity, pillarsPassed, wordsOf } from './wording.ts';

/** This many of the invited are named; the others are counted. */
const peopleNamed = 12;

/** The root card. Always due. */
export function rootCard(input: CardInput): CardMessage {
  return message([title(input), framing(input), people(input), progress(input), result(input), howTo(input)]);
}

function title({ decision, words: written }: CardInput): Piece {
  const name = wordsOf(written, decision.title);
  return { text: `Decision: ${words(name, 200)}`, blocks: [header(name)] };
}

function framing({ decision, words: written }: CardInput): Piece {
  if (decision.framing === null) return nothing;
  const lines = manyLines(written.get(decision.framing) ?? '');
  if (lines === '') return nothing;
  return { text: words(lines, 600), blocks: [plainSection(clipPlain(lines, 1_000))] };
}

function people({ decision }: CardInput): Piece {
  const named = decision.invited.slice(0, peopleNamed).map(mention);
  const more = decision.invited.length - named.length;
  const invited = more > 0 ? [...named, `${more} more`] : named;
  const asked = invited.length === 0 ? '' : ` · Asked to take part ${invited.join(', ')}`;
  const line = `Round ${decision.round} · Owner ${mention(decision.owner)}${asked}`;
  return { text: line, blocks: [context(line)] };
}

/** Five named marks and a count; the marks differ in shape, and the text says in words what each stands for. */
function progress({ decision, framework }: CardInput): Piece {
  const passed = pillarsPassed(decision);
  const pillars = framework.pillars.map(({ number, shortTitle }) => {
    const record = pillarRecord(decision, number);
    const name = words(shortTitle, 40);
    if (!record.passed) return { drawn: `○ ${name}`, spoken: `${name} open` };
    return record.skipped
      ? { drawn: `◐ ${name}, skipped`, spoken: `${name} skipped` }
      : { drawn: `● ${name}`, spoken: `${name} answered` };
  });
  const marks = `${'●'.repeat(passed)}${'○'.repeat(pillars.length - passed)}`;
  const count = `${passed} of ${pillars.length} pillars`;
  return {
    text: `${count}: ${pillars.map((pillar) => pillar.spoken).join(', ')}.`,
    blocks: [section(`${marks}   *${count}*`), context(pillars.map((pillar) => pillar.drawn).join('   '))],
  };
}

function result(input: CardInput): Piece {
  const { verdict } = input.decision;
  if (verdict === null) return nothing;
  if (verdict.tooLittle) return tooLittle(verdict, input);
  const line = headline(verdict, input);
  const open = cardLink('recommendation', 'Read the recommendation', input);
  return {
    text: `Recommendation: ${line}. ${clarity(verdict)}. ${open}`,
    blocks: [section(`*${line}*\n${clarity(verdict)}\n${open}`)],
  };
}

function tooLittle(verdict: Verdict, input: CardInput): Piece {
  const next = verdict.next === null ? undefined : findQuestion(input.framework, verdict.next);
  const missing = next === undefined ? '' : ` The answer that helps most: ${words(next.text, 300)}`;
  const line = `Too little is answered for a recommendation (${verdict.answered} of ${verdict.asked}).${missing}`;
  const open = cardLink('recommendation', 'Answer it', input);
  return { text: `${line} ${open}`, blocks: [section(`${line}\n${open}`)] };
}

function howTo(input: CardInput): Piece {
  const line = [...nextStep(input.decision, input), whoMay(input.decision)].join('  ');
  return { text: line, blocks: [context(line)] };
}

function nextStep(decision: StartedDecision, input: CardInput): readonly string[] {
  const due = nextCard(decision);
  if (due === 'recommendation') return [];
  const pillar = input.framework.pillars.find(({ number }) => due === `pillar-${number}`);
  const name = pillar === undefined ? 'the thread' : words(pillar.shortTitle, 40);
  return [`${cardLink(due, `Go on with ${name}`, input)} in the thread; it can wait for days.`];
}

function whoMay(decision: StartedDecision): string {
  const latest = 'The latest click on a question stands, with its name.';
  return decision.status === 'proposed'
    ? `Answers can still be changed in the thread. ${latest}`
    : `Anyone of this workspace in the channel may answer. ${latest}`;
}

function cardLink(card: CardKey, label: string, input: CardInput): string {
  const url = input.link(card);
  return url === null ? label : link(url, label);
}
