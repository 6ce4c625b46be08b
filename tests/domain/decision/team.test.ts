// Team mode: private answers, reveals, and what a difference is worth.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, membersOf, teamVerdictOf } from '../../../src/domain/decision/answers-of.ts';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { nextDue } from '../../../src/domain/decision/next-due.ts';
import { isReached } from '../../../src/domain/decision/pillars.ts';
import { nextCard, react } from '../../../src/domain/decision/react.ts';
import { summarise } from '../../../src/domain/decision/summary.ts';
import { isSealedNote, myAnswers, notesFor, revealsAt, whoAnswered } from '../../../src/domain/decision/team.ts';
import { optionIds, pillarQuestionIds, questionIds, unknownOption } from '../../../src/domain/framework.ts';
import { disagreementMatters } from '../../../src/domain/verdict/team-verdict.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { cardInput } from '../../slack/cards/played-decision.ts';
import { forAll } from '../../support/for-all.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { ana, begun, ben, by, cleo, day, framework, type Life, minute, monday, typesOf } from './house.ts';

function team(invited: readonly string[] = [ana, ben], revealAfter: number | null = null): Life {
  const life = begun(invited);
  life.ask({ type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter });
  return life;
}

function pillarOne(life: Life, person: string, options: readonly [string, string, string]): void {
  const [first, second, third] = options;
  life.answer('1a', first, person);
  life.answer('1b', second, person);
  life.answer('1c', third, person);
}

/** Everything that reaches other people's eyes, apart from who has answered. */
function seenByOthers(decision: StartedDecision) {
  return {
    answers: answersOf(decision),
    members: membersOf(decision),
    team: teamVerdictOf(framework, decision),
    summary: summarise(decision),
    next: nextCard(decision),
    verdict: decision.verdict,
    lastChange: decision.lastChange,
    questions: decision.questions,
    due: nextDue(decision),
    cards: (['root', 'pillar-1', 'pillar-2', 'recommendation'] as const).map((card) =>
      renderCard(cardInput(card, { decision, words: new Map([['w-title', 'Orders']]) })),
    ),
  };
}

describe('team mode', () => {
  it('is chosen by the owner, before the first answer only', () => {
    const choose = { type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null } as const;
    const answered = begun();
    answered.answer('1a', 'no', ben);
    expect(answered.refusal(choose)).toBe('answers-began');
    expect(begun().refusal({ ...choose, ...by(ben) })).toBe('owner-only');
    const life = begun();
    expect(typesOf(life.ask(choose))).toEqual(['TeamModeChosen']);
    expect(life.ask(choose)).toEqual([]);
  });

  it('shows each person their own answers and others only who has answered', () => {
    const life = team();
    pillarOne(life, ben, ['no', 'never', 'low']);
    expect(myAnswers(life.now, ben)['1b']).toMatchObject({ option: 'never', person: ben });
    expect(myAnswers(life.now, ana)).toEqual({});
    expect(whoAnswered(life.now, 1)).toEqual([ben]);
    expect(answersOf(life.now)).toEqual({ choices: {}, part: null });
  });

  it('reveals a pillar when everybody invited has answered it', () => {
    const life = team();
    pillarOne(life, ben, ['no', 'never', 'low']);
    life.answer('1a', 'no', ana);
    life.answer('1b', 'never', ana);
    const events = life.answer('1c', unknownOption, ana);
    expect(typesOf(events)).toEqual(['QuestionAnswered', 'PillarRevealed']);
    expect(events.at(-1)?.by).toBeNull();
    expect(react(events, life.now)).toEqual(['card.root', 'card.pillar-1', 'card.pillar-2']);
    expect(answersOf(life.now).choices).toEqual({ '1a': 'no', '1b': 'never', '1c': 'low' });
    expect(isReached(life.now, 2)).toBe(true);
  });

  it('does not wait for questions a person switched off for themselves', () => {
    const life = team([ben]);
    for (const pillar of [1, 2] as const) life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar });
    expect(typesOf(life.answer('3a', 'none', ben))).toEqual(['QuestionAnswered', 'PillarRevealed']);
  });

  it('lets only the owner reveal or skip, and passes the pillar once', () => {
    const life = team();
    const reveal = { type: 'RevealPillar', ...by(ana), at: monday, pillar: 1 } as const;
    expect(life.refusal({ ...reveal, ...by(ben) })).toBe('owner-only');
    expect(life.refusal({ ...reveal, type: 'SkipPillar', ...by(ben) })).toBe('owner-only');
    expect(life.refusal({ ...reveal, pillar: 2 })).toBe('pillar-not-reached');
    expect(typesOf(life.ask(reveal))).toEqual(['PillarRevealed']);
    expect(life.ask(reveal)).toEqual([]);
    expect(life.ask({ ...reveal, type: 'SkipPillar' })).toEqual([]);
    expect(begun().refusal(reveal)).toBe('no-team');
  });

  it('reveals by itself so long after the first answer of a pillar, whoever changes theirs meanwhile', () => {
    const life = team([ana, ben, cleo], day);
    expect(revealsAt(life.now)).toBeNull();
    life.answer('1a', 'no', ben);
    life.at = monday + 60 * minute;
    life.answer('1a', 'sync_all', ben);
    expect(nextDue(life.now)).toBe(monday + day);
    expect(life.passTime(monday + day - 1)).toEqual([]);
    expect(typesOf(life.passTime(monday + day))).toEqual(['PillarRevealed']);
    expect(life.passTime(monday + day)).toEqual([]);
  });

  it('merges what people give and says which differences matter', () => {
    const life = team([ana, ben, cleo]);
    for (const question of questionIds) {
      for (const person of [ana, ben]) life.answer(question, orchestrated[question], person);
      life.answer(question, { ...orchestrated, '2c': 'simple', '5b': 'several' }[question], cleo);
    }
    expect(life.now.status).toBe('proposed');
    expect(life.now.verdict?.contested).toEqual(['2c', '5b']);
    expect(answersOf(life.now).choices).toMatchObject({ '2c': 'complex', '5b': 'none' });
    const outcome = teamVerdictOf(framework, life.now);
    expect(outcome?.members.map(({ name }) => name)).toEqual([ana, ben, cleo]);
    expect(outcome === null ? null : disagreementMatters(outcome)).toBe(
      outcome?.stylesDiffer === true || (outcome?.decisive.length ?? 0) > 0,
    );
  });

  it('takes later answers to a revealed pillar openly', () => {
    const life = team([ana, ben]);
    pillarOne(life, ana, ['no', 'never', 'low']);
    life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar: 1 });
    life.answer('1a', 'sync_all', ben);
    expect(answersOf(life.now).choices['1a']).toBeUndefined();
    life.answer('1a', 'sync_all', ana);
    expect(answersOf(life.now).choices['1a']).toBe('sync_all');
  });

  it('shows others the same whatever the private answers are', () => {
    const option = <const Id extends '1a' | '1b' | '1c'>(id: Id) => fc.constantFrom(...optionIds[id], unknownOption);
    const answers = fc.tuple(option('1a'), option('1b'), option('1c'));
    forAll(
      fc.property(answers, answers, ([a, b, c], [x, y, z]) => {
        const one = team([ana, ben, cleo], day);
        const other = team([ana, ben, cleo], day);
        pillarOne(one, ben, [a, b, c]);
        pillarOne(other, ben, [x, y, z]);
        expect(seenByOthers(one.now)).toEqual(seenByOthers(other.now));
        expect(whoAnswered(one.now, 1)).toEqual(whoAnswered(other.now, 1));
      }),
    );
  });

  it('is looked into by the fold and by its own file alone', () => {
    const folder = new URL('../../../src/', import.meta.url).pathname;
    const readers = globSync('**/*.ts', { cwd: folder }).filter((file) =>
      /\bsealed(?:Notes)?\b/.test(readFileSync(join(folder, file), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')),
    );
    expect(readers.toSorted()).toEqual(
      ['answer-records', 'evolve-answers', 'evolve', 'team'].map((name) => `domain/decision/${name}.ts`),
    );
  });

  it('keeps a note under a private answer with its author until the reveal; one from before the team is open', () => {
    const life = begun([ana, ben]);
    const note = (ref: string, person: string) =>
      life.ask({ type: 'AddNote', ...by(person), at: monday, question: '1b', note: ref });
    note('w-before', ben);
    life.ask({ type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null });
    note('w-secret', ana);
    const refs = (person: string) => notesFor(life.now, '1b', person).map((one) => one.note);
    expect(refs(ana)).toEqual(['w-before', 'w-secret']);
    expect(refs(ben)).toEqual(['w-before']);
    expect(isSealedNote(life.now, '1b', 'w-before')).toBe(false);
    life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar: 1 });
    expect(refs(ben)).toEqual(['w-before', 'w-secret']);
    expect(isSealedNote(life.now, '1b', 'w-secret')).toBe(false);
  });

  it('keeps later pillars private too', () => {
    const life = team([ana, ben]);
    for (const person of [ana, ben]) pillarOne(life, person, ['no', 'never', 'low']);
    const before = seenByOthers(life.now);
    const [one, another] = pillarQuestionIds[2];
    for (const question of [one, another]) life.answer(question, optionIds[question][0], ben);
    expect(seenByOthers(life.now)).toEqual({ ...before, summary: summarise(life.now) });
    expect(summarise(life.now).answered).toBe(3);
  });
});
