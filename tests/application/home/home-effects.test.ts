// Whose Home tab a change concerns: the owner's and that of whoever it waits for, and nobody's with every click.
import { describe, expect, test } from 'vitest';
import { homeEffect, homeEffects, personOfHomeEffect } from '../../../src/application/home/home-effects.ts';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { type Summary, summarise } from '../../../src/domain/decision/summary.ts';
import { unknownOption } from '../../../src/domain/framework.ts';
import { ana, begun, ben, by, cleo, day, type Life, monday } from '../../domain/decision/house.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';

/** Whose tabs something asked of a decision concerns. */
function concerned(life: Life, command: Command): readonly (string | null)[] {
  const before = summarise(life.now);
  life.ask(command);
  return homeEffects(before, summarise(life.now)).map(personOfHomeEffect);
}

test('an effect names its person and is told apart from others', () => {
  expect(personOfHomeEffect(homeEffect(ana))).toBe(ana);
  expect(personOfHomeEffect('card.root')).toBeNull();
});

describe('the owner’s tab', () => {
  test('is concerned once the thread is there, not by answers, and by the recommendation', () => {
    const life = begun();
    const first: Summary = summarise(life.now);
    expect(homeEffects(null, first)).toEqual([]);
    expect(homeEffects({ ...first, place: null }, first)).toEqual([homeEffect(ana)]);
    const { '5c': last, ...others } = orchestrated;
    life.answerAll(others);
    expect(homeEffects(first, summarise(life.now))).toEqual([]);
    expect(concerned(life, life.answering('5c', last, ben))).toEqual([ana]);
  });

  test('is concerned when a look is due and when it is over', () => {
    const life = begun().answerAll(orchestrated).accept();
    const at = life.now.look?.dueAt ?? 0;
    expect(concerned(life, { type: 'PassTime', at, digest: null })).toEqual([ana]);
    expect(concerned(life, { type: 'ConfirmNothingChanged', ...by(ana), at, occurrence: 1 })).toEqual([ana]);
  });

  test('is concerned with the next owner’s when it is handed over', () => {
    const life = begun().answerAll(orchestrated);
    const told = concerned(life, { type: 'HandOver', ...by(ana), at: monday, to: ben, zone: 'UTC' });
    expect([...told].toSorted()).toEqual([ana, ben]);
  });
});

describe('a participant’s tab', () => {
  test('is concerned when a team begins, when they have answered, and when others need not any more', () => {
    const life = begun([ana, ben, cleo]);
    expect(concerned(life, { type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null })).toEqual([
      ana,
      ben,
      cleo,
    ]);
    expect(concerned(life, life.answering('1a', 'no', ben))).toEqual([]);
    life.answer('1b', 'never', ben);
    expect(concerned(life, life.answering('1c', 'low', ben))).toEqual([ben]);
    life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar: 1 });
    expect(summarise(life.now).waits.map(({ person }) => person)).toEqual([ana, ben, cleo]);
  });

  test('is concerned by an answer they promised, until somebody gives it', () => {
    const life = begun();
    life.answer('1a', unknownOption);
    const name = { type: 'NameFinder', ...by(ana), at: monday, question: '1a', until: monday + day } as const;
    expect(concerned(life, { ...name, person: cleo, zone: 'UTC' })).toEqual([cleo]);
    expect(summarise(life.now).waits).toEqual([{ person: cleo, why: 'find-out' }]);
    expect(concerned(life, life.answering('1a', 'no', ben))).toEqual([cleo]);
  });
});
