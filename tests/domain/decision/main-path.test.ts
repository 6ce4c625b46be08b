// The main path: start, answer, skip, fold, note, verdict.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardKeys, isCardKey } from '../../../src/domain/decision/card-keys.ts';
import { fold, ImpossibleEventError } from '../../../src/domain/decision/evolve.ts';
import { isLater } from '../../../src/domain/decision/evolve-answers.ts';
import { isSkipped } from '../../../src/domain/decision/pillars.ts';
import { nextCard, react } from '../../../src/domain/decision/react.ts';
import { forAll } from '../../support/for-all.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { ana, begun, ben, by, Life, monday, typesOf } from './house.ts';

describe('a start', () => {
  it('records who, what and where, and owes the root card', () => {
    const life = begun([ben]);
    expect(typesOf(life.events)).toEqual(['DecisionStarted', 'ThreadOpened']);
    expect(life.now).toMatchObject({ status: 'asking', owner: ana, invited: [ben], round: 1, origin: null });
    expect(react(life.events.slice(0, 1), life.now)).toEqual(['card.root']);
    expect(react(life.events.slice(1), life.now)).toEqual(['card.pillar-1']);
  });

  it('happens once', () => {
    const life = begun();
    expect(
      life.refusal({
        type: 'StartDecision',
        ...by(ben),
        at: monday,
        decisionId: 'd1',
        title: 'w',
        framing: null,
        owner: ben,
        invited: [],
        channel: 'C1',
        threadTs: null,
      }),
    ).toBe('already-started');
    expect(life.ask({ type: 'OpenThread', at: monday, place: { channel: 'C2', threadTs: '2' } })).toEqual([]);
  });

  it('is withdrawn where no card can be posted, and then takes nothing more', () => {
    const life = new Life();
    expect(life.refusal(life.answering('1a', 'no'))).toBe('not-started');
    life.ask({
      type: 'StartDecision',
      ...by(ana),
      at: monday,
      decisionId: 'd1',
      title: 'w',
      framing: null,
      owner: ana,
      invited: [],
      channel: 'C1',
      threadTs: null,
    });
    life.ask({ type: 'WithdrawStart', at: monday, problem: 'archived' });
    expect(life.now.status).toBe('withdrawn');
    expect(life.refusal(life.answering('1a', 'no'))).toBe('not-started');
  });

  it('comes before everything else in the record', () => {
    expect(() => fold([{ type: 'PillarSkipped', at: 1, by: null, pillar: 1 }])).toThrow(ImpossibleEventError);
  });
});

describe('an answer', () => {
  it('is taken by the latest click, not by the latest arrival', () => {
    const life = begun();
    const early = life.answering('1a', 'no', ana);
    const late = life.answering('1a', 'sync_all', ben);
    life.ask(late);
    life.ask(early);
    expect(life.now.questions['1a']?.standing).toMatchObject({ option: 'sync_all', person: ben });
  });

  it('given again by the same person records nothing, by somebody else it is theirs', () => {
    const life = begun();
    life.answer('1a', 'no');
    expect(life.answer('1a', 'no')).toEqual([]);
    expect(typesOf(life.answer('1a', 'no', ben))).toEqual(['QuestionAnswered']);
    expect(life.now.questions['1a']).toMatchObject({ standing: { person: ben }, replaced: { person: ana } });
  });

  it.each([
    ['an option of another question', '1a', 'several', 'unknown-option'],
    ['a pillar that was not reached', '2a', 'event', 'pillar-not-reached'],
    ['a part without a name', '5c', 'part', 'pillar-not-reached'],
  ] as const)('is refused for %s', (_, question, option, reason) => {
    const life = begun();
    expect(life.refusal(life.answering(question, option))).toBe(reason);
  });

  it('from another organisation is refused', () => {
    const life = begun();
    expect(life.refusal({ ...life.answering('1a', 'no'), ...by(ben, false) })).toBe('outsider');
  });

  it('naming a part needs the name', () => {
    const life = begun();
    for (const pillar of [1, 2, 3, 4] as const) life.ask({ type: 'SkipPillar', ...by(ana), at: monday, pillar });
    expect(life.refusal(life.answering('5c', 'part'))).toBe('part-needs-name');
    life.answer('5c', 'part', ana, 'w-part');
    expect(life.now.questions['5c']?.standing?.part).toBe('w-part');
  });
});

describe('a pillar', () => {
  it('is passed by its last answer, and the next card is due', () => {
    const life = begun();
    life.answer('1a', 'no');
    life.answer('1b', 'never');
    const events = life.answer('1c', 'low');
    expect(typesOf(events)).toEqual(['QuestionAnswered', 'PillarPassed']);
    expect(nextCard(life.now)).toBe('pillar-2');
    expect(react(events, life.now)).toEqual(['card.root', 'card.pillar-1', 'card.pillar-2']);
  });

  it('is passed without the questions that are switched off', () => {
    const life = begun();
    for (const pillar of [1, 2] as const) life.ask({ type: 'SkipPillar', ...by(ana), at: monday, pillar });
    expect(typesOf(life.answer('3a', 'none'))).toEqual(['QuestionAnswered', 'PillarPassed']);
    expect(life.refusal(life.answering('3b', 'local'))).toBe('switched-off');
  });

  it('is skipped once, and only when its turn has come', () => {
    const life = begun();
    expect(life.refusal({ type: 'SkipPillar', ...by(ana), at: monday, pillar: 3 })).toBe('pillar-not-reached');
    const skip = { type: 'SkipPillar', ...by(ana), at: monday, pillar: 1 } as const;
    expect(typesOf(life.ask(skip))).toEqual(['PillarSkipped']);
    expect(life.ask(skip)).toEqual([]);
  });

  it('that was skipped is answered once nothing in it is open, and the root card says so', () => {
    const life = begun();
    life.ask({ type: 'SkipPillar', ...by(ana), at: monday, pillar: 1 });
    life.answer('1a', 'no', ben);
    expect(react(life.answer('1b', 'never', ben), life.now)).not.toContain('card.root');
    expect(isSkipped(life.now, 1)).toBe(true);
    expect(react(life.answer('1c', 'low', ben), life.now)).toContain('card.root');
    expect(isSkipped(life.now, 1)).toBe(false);
  });

  it('unfolds and folds only after it was passed', () => {
    const life = begun();
    const unfold = { type: 'UnfoldPillar', ...by(ben), at: monday, pillar: 1 } as const;
    expect(life.ask(unfold)).toEqual([]);
    life.ask({ type: 'SkipPillar', ...by(ana), at: monday, pillar: 1 });
    expect(typesOf(life.ask(unfold))).toEqual(['PillarUnfolded']);
    expect(typesOf(life.ask({ ...unfold, type: 'FoldPillar' }))).toEqual(['PillarFolded']);
  });
});

describe('the verdict', () => {
  it('is proposed with the last answer, and again when an answer changes it', () => {
    const life = begun().answerAll(orchestrated);
    expect(life.now).toMatchObject({ status: 'proposed', verdict: { style: 'orchestration' }, previousVerdict: null });
    const events = life.answer('2c', 'simple', ben);
    expect(typesOf(events)).toEqual(['QuestionAnswered', 'VerdictProposed']);
    expect(life.now.previousVerdict?.style).toBe('orchestration');
    expect(life.now.lastChange).toEqual({ question: '2c', from: 'complex', to: 'simple', person: ben });
  });

  it('is not proposed again by a note', () => {
    const life = begun().answerAll(orchestrated);
    const note = { type: 'AddNote', ...by(ben), at: monday, question: '1b', note: 'w-note' } as const;
    expect(typesOf(life.ask(note))).toEqual(['NoteAdded']);
    expect(life.now.questions['1b']?.notes).toEqual([{ note: 'w-note', person: ben, at: monday }]);
  });
});

describe('later', () => {
  it.each([
    ['1700000001.000000', '1700000000.999999', true],
    ['1700000000.5', '1700000000.49', true],
    ['1700000000.000001', '1700000000.000002', false],
    ['999999999.9', '1700000000.0', false],
    ['1700000000', '1700000000.000000', true],
  ])('%s against %s: %s', (actionTs, other, later) => {
    expect(isLater({ actionTs }, { actionTs: other })).toBe(later);
  });

  it('orders any two different clicks one way only', () => {
    const click = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([seconds, micros]) => ({ actionTs: `${1_700_000_000 + seconds}.${`${micros}`.padStart(6, '0')}` }));
    forAll(
      fc.property(click, click, (one, other) => {
        if (one.actionTs === other.actionTs) return;
        expect(isLater(one, other)).toBe(!isLater(other, one));
      }),
    );
  });
});

describe('card keys', () => {
  it('are recognised, and nothing else is', () => {
    for (const key of [...cardKeys, 'round-2', 'reminder-17', 'finder-4b', 'outcome', 'adoption'])
      expect(isCardKey(key)).toBe(true);
    for (const key of ['', 'start', 'reminder-0', 'reminder-', 'round-x', 'finder-9z', 'pillar-6', null, 3])
      expect(isCardKey(key)).toBe(false);
  });
});
