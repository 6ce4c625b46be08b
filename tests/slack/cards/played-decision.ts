// Plays commands through the rules, so that cards are tested on decisions that can really come about.
import { timeZones } from '../../../src/application/reassess/zones.ts';
import type { CardKey } from '../../../src/domain/decision/card-keys.ts';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { decide } from '../../../src/domain/decision/decide.ts';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { fold } from '../../../src/domain/decision/evolve.ts';
import {
  type AskedId,
  type PillarNumber,
  pillarNumbers,
  pillarQuestionIds,
  type QuestionId,
} from '../../../src/domain/framework.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';
import type { CardInput } from '../../../src/slack/cards/card.ts';

export const { framework, texts } = loadFramework();

const startedAt = Date.UTC(2026, 10, 23, 9);

/** People of the tests. */
export const ana = 'U0ANA';
export const ben = 'U0BEN';

/** What a test says happens: a command without the parts every command has. */
export type Step =
  | { readonly answer: AskedId; readonly option: string; readonly by?: string; readonly part?: string }
  | { readonly skip: PillarNumber; readonly by?: string }
  | { readonly unfold: PillarNumber; readonly by?: string }
  | { readonly fold: PillarNumber; readonly by?: string }
  | { readonly team: number | null; readonly by?: string }
  | { readonly reveal: PillarNumber; readonly by?: string }
  | { readonly note: AskedId; readonly says: string; readonly by?: string };

/** A decision with the words that were written in it. */
export type Played = { readonly decision: StartedDecision; readonly words: ReadonlyMap<string, string> };

/** How the decision begins. */
export type Beginning = { readonly title: string; readonly framing?: string; readonly invited?: readonly string[] };

/** Plays steps one after the other; those the rules refuse change nothing. */
export function play(steps: readonly Step[], beginning: Beginning = { title: 'Order fulfilment' }): Played {
  const words = new Map<string, string>([['w-title', beginning.title]]);
  if (beginning.framing !== undefined) words.set('w-framing', beginning.framing);
  const start: Command = {
    type: 'StartDecision',
    by: { person: ana, member: true },
    at: startedAt,
    decisionId: 'd1',
    title: 'w-title',
    framing: beginning.framing === undefined ? null : 'w-framing',
    owner: ana,
    invited: beginning.invited ?? [],
    channel: 'C1',
    threadTs: null,
  };
  const opened: Command = { type: 'OpenThread', at: startedAt, place: { channel: 'C1', threadTs: '1.1' } };
  const commands = steps.map((step, index) => commandOf(step, index, words));
  const decision = [start, opened, ...commands].reduce((now, command) => {
    const decided = decide(command, now, { framework, zones: timeZones });
    return decided.ok ? fold(decided.events, now) : now;
  }, fold([]));
  if (decision.status === 'unstarted') throw new Error('the decision did not start');
  return { decision, words };
}

function commandOf(step: Step, index: number, words: Map<string, string>): Command {
  const stamp = { by: { person: step.by ?? ana, member: true }, at: startedAt + index * 60_000 };
  if ('skip' in step) return { type: 'SkipPillar', ...stamp, pillar: step.skip };
  if ('unfold' in step) return { type: 'UnfoldPillar', ...stamp, pillar: step.unfold };
  if ('fold' in step) return { type: 'FoldPillar', ...stamp, pillar: step.fold };
  if ('team' in step) return { type: 'ChooseTeamMode', ...stamp, revealAfter: step.team };
  if ('reveal' in step) return { type: 'RevealPillar', ...stamp, pillar: step.reveal };
  if ('note' in step) {
    words.set(`w-note-${index}`, step.says);
    return { type: 'AddNote', ...stamp, question: step.note, note: `w-note-${index}` };
  }
  const part = step.part === undefined ? null : `w-part-${index}`;
  if (part !== null && step.part !== undefined) words.set(part, step.part);
  const actionTs = `${1_700_000_000 + index}.000100`;
  return { type: 'AnswerQuestion', ...stamp, question: step.answer, option: step.option, part, actionTs };
}

/** The steps that answer these questions, in the order they are asked; pillars left with a gap are skipped. */
export function answering(choices: Readonly<Partial<Record<QuestionId, string>>>, part?: string): readonly Step[] {
  return pillarNumbers.flatMap((pillar): readonly Step[] => {
    const answers = pillarQuestionIds[pillar].flatMap((question): readonly Step[] => {
      const option = choices[question];
      if (option === undefined) return [];
      return [{ answer: question, option, ...(option === 'part' && part !== undefined ? { part } : {}) }];
    });
    return [...answers, { skip: pillar }];
  });
}

/** What a card of a played decision is made from; every card has a link. */
export function cardInput(card: CardKey, { decision, words }: Played): CardInput {
  return { card, decision, words, framework, texts, link: (other) => `https://team.example/archives/C1/${other}` };
}
