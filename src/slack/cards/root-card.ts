// The card a decision hangs on: what it is about, how far it is, what came out, and how to go on.

import type { CardKey } from '../../domain/decision/card-keys.ts';
import { pillarRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import { isAsking } from '../../domain/decision/phase.ts';
import { isSkipped } from '../../domain/decision/pillars.ts';
import { nextCard } from '../../domain/decision/react.ts';
import { findQuestion } from '../../domain/framework.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { clipPlain, link, manyLines, mention, mentions, words } from '../text.ts';
import { actions, button, context, header, plainSection, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { stepsButtons } from './evidence-piece.ts';
import { headline } from './headline.ts';
import { moreMenu } from './more-menu.ts';
import { otherLink } from './other-decisions.ts';
import { message, nothing, type Piece } from './piece.ts';
import { herePiece } from './place-words.ts';
import { statusPiece } from './status-piece.ts';
import { clarity, pillarsPassed, wordsOf } from './wording.ts';

/** This many of the invited are named; the others are counted. */
const peopleNamed = 12;

/** The root card. Always due. */
export function rootCard(input: CardInput): CardMessage {
  return message([
    title(input),
    framing(input),
    people(input),
    herePiece(input.decision),
    statusPiece(input),
    origins(input),
    progress(input),
    result(input),
    howTo(input),
    menu(input),
  ]);
}

/** What it came from and what came of it, as links. */
function origins(input: CardInput): Piece {
  const { acceptance, origin, followUps } = input.decision;
  const kinds = {
    supersedes: acceptance === null ? 'Replaces, once accepted,' : 'Replaces',
    follows: 'Takes up a part of',
  } as const;
  const from = origin === null ? [] : [`${kinds[origin.kind]} ${otherLink(origin.decisionId, input)}`];
  const parts = followUps.slice(0, 5).map((id) => otherLink(id, input));
  const lines = [...from, ...(parts.length === 0 ? [] : [`Parts decided on their own: ${parts.join(', ')}`])];
  return lines.length === 0 ? nothing : { text: lines.join('. '), blocks: [context(lines.join('\n'))] };
}

/** What is done with the decision as a whole: answering as a team while nobody has answered, and the rarer things. */
function menu(input: CardInput): Piece {
  const { card, decision } = input;
  const more = moreMenu(input);
  const usual = [...stepsButtons(input), ...(more === null ? [] : [more])];
  if (!mayBecomeTeam(decision)) return { text: '', blocks: [actions(usual)] };
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const team = button({ id: actionIds.teamMode(), label: 'Answer as a team', value });
  const text = 'The owner may choose “Answer as a team”: answers are then private until they are revealed.';
  return { text, blocks: [actions([team, ...usual])] };
}

function mayBecomeTeam(decision: StartedDecision): boolean {
  const touched = Object.values(decision.questions).some(({ standing }) => standing !== null);
  const passed = Object.values(decision.pillars).some((pillar) => pillar.passed);
  return decision.status === 'asking' && decision.team === null && !touched && !passed;
}

/** What holds for answers in team mode, in a line. */
function howTeamWorks(decision: StartedDecision): Piece {
  const all = decision.invited.length === 0 ? '' : 'everybody asked has answered it or ';
  if (decision.verdict !== null) return quietly('Answered as a team. Answers can still be changed in the thread.');
  return quietly(`Answered as a team: what you choose is private until ${all}the owner reveals the pillar.`);
}

function quietly(line: string): Piece {
  return { text: line, blocks: [context(line)] };
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
  const invited = mentions(decision.invited, peopleNamed);
  const asked = invited === '' ? '' : ` · Asked to take part ${invited}`;
  const line = `Round ${decision.round} · Owner ${mention(decision.owner)}${asked}`;
  return { text: line, blocks: [context(line)] };
}

/** A count, the way on, and five named marks that differ in shape; read out, each is said in words. */
function progress(input: CardInput): Piece {
  const { decision, framework } = input;
  const pillars = framework.pillars.map(({ number, shortTitle }) => {
    const { passed } = pillarRecord(decision, number);
    const name = words(shortTitle, 40);
    if (!passed) return { mark: '○', name, state: 'open' };
    return isSkipped(decision, number) ? { mark: '◐', name, state: 'skipped' } : { mark: '●', name, state: 'answered' };
  });
  const count = `${pillarsPassed(decision)} of ${pillars.length} pillars done`;
  const key = pillars.some(({ mark }) => mark === '◐') ? '   (◐\u00a0skipped)' : '';
  const marks = context(`${pillars.map(({ mark, name }) => `${mark}\u00a0${name}`).join('   ')}${key}`);
  const goOn = wayOn(input);
  return {
    text: `${count}: ${pillars.map(({ name, state }) => `${name} ${state}`).join(', ')}. ${goOn}`,
    blocks: decision.verdict === null ? [section(`*${count}*   ${goOn}`), marks] : [marks],
  };
}

/** The card that is due now; empty once the recommendation stands. */
function wayOn(input: CardInput): string {
  const due = nextCard(input.decision);
  const pillar = input.framework.pillars.find(({ number }) => due === `pillar-${number}`);
  return pillar === undefined ? '' : cardLink(due, `Go on with ${words(pillar.shortTitle, 40)} in the thread`, input);
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

function howTo({ decision }: CardInput): Piece {
  if (!isAsking(decision)) return nothing;
  if (decision.team !== null) return howTeamWorks(decision);
  const ask = 'To ask Downbeat something, write `@Downbeat` and your question in the thread.';
  const latest = 'The latest click on a question stands, with its name.';
  const line =
    decision.verdict === null
      ? `Anyone of this workspace in the channel may answer, and it can wait for days. ${latest} ${ask}`
      : `Answers can still be changed in the thread. ${latest} ${ask}`;
  return { text: line, blocks: [context(line)] };
}

function cardLink(card: CardKey, label: string, input: CardInput): string {
  const url = input.link(card);
  return url === null ? label : link(url, label);
}
