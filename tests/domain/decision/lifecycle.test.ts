// From a recommendation to its acceptance or end, and what happens to owners, places and other decisions.
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../src/domain/decision/answers-of.ts';
import { bestCases } from '../../../src/domain/decision/best-case.ts';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { react } from '../../../src/domain/decision/react.ts';
import { acceptanceBeforeRound } from '../../../src/domain/decision/since-acceptance.ts';
import { toolAnswersOf } from '../../../src/domain/decision/tool-answers.ts';
import { waitsOf } from '../../../src/domain/decision/waits.ts';
import { unknownOption } from '../../../src/domain/framework.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { weighed } from '../verdict/arbitraries.ts';
import { ana, begun, ben, by, cleo, day, framework, Life, monday, typesOf } from './house.ts';

const { texts } = loadFramework();
const proposed = () => begun().answerAll(orchestrated);
const accepted = () => proposed().accept();
const stamp = { ...by(ana), at: monday };
const accept = { type: 'AcceptDecision', ...stamp, zone: 'Europe/Brussels' } as const;
const consider = { type: 'ConsiderBestCase', ...stamp, rebuttal: 'w-because' } as const;

describe('accepting', () => {
  it('is the owner’s, and others hear who that is', () => {
    const decided = proposed().tryToAsk({ ...accept, ...by(ben) });
    expect(decided).toMatchObject({ ok: false, refusal: { reason: 'owner-only', who: ana } });
  });

  it('comes after the best case for the other style', () => {
    const life = proposed();
    expect(life.refusal(accept)).toBe('best-case-first');
    expect(life.refusal({ ...consider, ...by(ben) })).toBe('owner-only');
    life.ask(consider);
    const events = life.ask(accept);
    expect(typesOf(events)).toEqual(['DecisionAccepted', 'ScheduleSet', 'LookScheduled']);
    expect(life.now).toMatchObject({
      status: 'accepted',
      bestCase: { rebuttal: 'w-because' },
      acceptance: { person: ana, round: 1, verdict: { style: 'orchestration' }, choices: orchestrated },
      look: { occurrence: 1, since: null },
    });
    expect(react(events, life.now)).toEqual(['card.root', 'card.recommendation', 'card.outcome']);
    expect(life.ask(accept)).toEqual([]);
  });

  it('takes no case that was read against another result', () => {
    const life = proposed();
    const against = { style: 'orchestration', part: null } as const;
    life.answer('3a', 'none');
    expect(life.now.verdict?.style).not.toBe(against.style);
    expect(life.refusal({ ...consider, against })).toBe('result-moved');
    life.answer('3a', orchestrated['3a']);
    expect(typesOf(life.ask({ ...consider, against }))).toEqual(['BestCaseConsidered']);
  });

  it('needs the best case again when the verdict has moved', () => {
    const life = proposed();
    life.ask(consider);
    life.answer('2c', 'simple');
    expect(life.refusal(accept)).toBe('best-case-first');
  });

  it('waits for what a round asks again', () => {
    const life = accepted();
    life.passTime(life.now.look?.dueAt ?? 0);
    life.ask({ type: 'FinishLook', ...stamp, at: life.at, occurrence: 1, questions: ['1a'] });
    life.ask(consider);
    expect(life.refusal(accept)).toBe('nothing-to-accept');
    life.answer('1a', orchestrated['1a']);
    life.ask(consider);
    life.ask(accept);
    expect(life.now).toMatchObject({ status: 'accepted', round: 2 });
  });

  it('needs a recommendation', () => {
    const life = begun();
    for (const pillar of [1, 2, 3, 4, 5] as const) life.ask({ type: 'SkipPillar', ...stamp, pillar });
    life.ask(consider);
    expect(life.refusal(accept)).toBe('nothing-to-accept');
    expect(begun().refusal(accept)).toBe('nothing-to-accept');
  });

  it('begins its looks as the owner likes them; a change brings it back to every week', () => {
    const life = proposed();
    life.ask(consider);
    life.ask({ ...accept, habits: { weekday: 4, hour: 14, weeks: 4 } });
    const liked = { zone: 'Europe/Brussels', weekday: 4, hour: 14 };
    expect(life.now.schedule).toEqual({ ...liked, weeks: 4 });
    life.passTime(life.now.look?.dueAt ?? 0);
    life.ask({ type: 'FinishLook', ...by(ana), at: life.at, occurrence: 1, questions: ['2c'] });
    life.answer('2c', 'simple');
    life.ask({ ...consider, at: life.at });
    life.ask({ ...accept, at: life.at, habits: { weekday: 1, hour: 9, weeks: 13 } });
    expect(life.now.schedule).toEqual({ ...liked, weeks: 1 });
  });

  it('settles the answers', () => {
    const life = accepted();
    expect(life.refusal(life.answering('2c', 'simple', ben))).toBe('not-open');
    expect(typesOf(life.ask({ type: 'AddNote', ...by(ben), at: monday, question: '2c', note: 'w' }))).toEqual([
      'NoteAdded',
    ]);
  });
});

describe('the best case', () => {
  it('is made of the answers that spoke for the other style, with their sources', () => {
    const life = proposed();
    const { verdict } = life.now;
    if (verdict === null) throw new Error('no verdict');
    const [best] = bestCases(verdict, answersOf(life.now), texts);
    expect(best?.style).toBe('choreography');
    expect(best?.points.map(({ question }) => question).toSorted()).toContain('4b');
    for (const point of best?.points ?? []) {
      expect(texts.options[point.question][point.option]?.leans).toBe('choreography');
      expect(point.sources.length).toBeGreaterThan(0);
    }
  });

  it('is told for both pure styles when the verdict is to split', () => {
    const life = begun().answerAll({ ...orchestrated, '5c': 'part' });
    const { verdict } = life.now;
    if (verdict === null) throw new Error('no verdict');
    expect(verdict.style).toBe('hybrid');
    expect(bestCases(verdict, answersOf(life.now), texts).map(({ style }) => style)).toEqual([
      'orchestration',
      'choreography',
    ]);
  });
});

describe('ending and reopening', () => {
  it.each(['RejectDecision', 'AbandonDecision'] as const)('%s is the owner’s and can be taken back', (type) => {
    const life = proposed();
    const end = { type, ...stamp, reason: 'w-reason' } as const;
    expect(life.refusal({ ...end, ...by(ben) })).toBe('owner-only');
    life.ask(end);
    expect(life.now.ended).toEqual({ person: ana, at: monday, reason: 'w-reason' });
    expect(life.ask(end)).toEqual([]);
    expect(life.refusal(life.answering('2c', 'simple'))).toBe('not-open');
    expect(life.refusal({ type: 'ReopenDecision', ...stamp, ...by(ben) })).toBe('owner-only');
    life.ask({ type: 'ReopenDecision', ...stamp });
    expect(life.now).toMatchObject({ status: 'proposed', ended: null, bestCase: null });
    expect(typesOf(life.answer('2c', 'simple'))).toContain('QuestionAnswered');
  });

  it('takes the questions off a reminder that is out', () => {
    for (const type of ['ReopenDecision', 'AbandonDecision'] as const) {
      const life = accepted();
      life.passTime(life.now.look?.dueAt ?? 0);
      const ended = life.ask({ type, ...stamp, reason: null });
      expect(react(ended, life.now)).toContain('card.reminder-1');
    }
  });

  it('reopening what was accepted stops its looks until it is accepted again', () => {
    const life = accepted();
    life.ask({ type: 'ReopenDecision', ...stamp });
    expect(life.now).toMatchObject({ status: 'proposed', look: null, acceptance: null });
    life.accept();
    expect(life.now.look?.occurrence).toBe(2);
  });
});

describe('handing over', () => {
  it('is the owner’s; the look moves to the new owner’s morning', () => {
    const life = accepted();
    const before = life.now.look?.dueAt ?? 0;
    const hand = { type: 'HandOver', ...stamp, to: ben, zone: 'America/New_York' } as const;
    expect(life.refusal({ ...hand, ...by(ben) })).toBe('owner-only');
    expect(typesOf(life.ask(hand))).toEqual(['HandedOver', 'ScheduleSet', 'LookScheduled']);
    expect(life.now.owner).toBe(ben);
    expect(life.now.look).toMatchObject({ occurrence: 1, dueAt: before + 6 * 60 * 60_000 });
  });

  it('leaves a look that is months away in its week', () => {
    const life = accepted();
    const schedule = { zone: 'Europe/Brussels', weekday: 2, hour: 10, weeks: 13 } as const;
    life.ask({ type: 'SetSchedule', ...stamp, schedule });
    const before = life.now.look?.dueAt ?? 0;
    life.ask({ type: 'HandOver', ...stamp, to: ben, zone: 'Asia/Kolkata' });
    expect(life.now.look?.dueAt).toBe(before - 4.5 * 60 * 60_000);
  });

  it('is anybody’s for themselves once the owner’s account is gone', () => {
    const life = accepted();
    life.ask({ type: 'ReportPersonGone', at: monday, person: cleo });
    expect(life.now.ownerGone).toBe(false);
    const gone = life.ask({ type: 'ReportPersonGone', at: monday, person: ana });
    expect(react(gone, life.now)).toEqual(['card.root', 'card.adoption']);
    expect(life.refusal({ type: 'HandOver', ...stamp, ...by(ben), to: cleo, zone: 'UTC' })).toBe('owner-only');
    life.ask({ type: 'HandOver', ...stamp, ...by(ben), to: ben, zone: 'UTC' });
    expect(life.now).toMatchObject({ owner: ben, ownerGone: false });
  });
});

describe('superseding', () => {
  it('leaves the old decision as it is until the new one is accepted', () => {
    const old = accepted();
    expect(old.now.status).toBe('accepted');
    expect(typesOf(old.ask({ type: 'Supersede', at: monday, successor: 'd2' }))).toEqual(['DecisionSuperseded']);
    expect(old.now).toMatchObject({ status: 'superseded', successor: 'd2', look: null });
    expect(old.refusal({ type: 'ReopenDecision', ...stamp })).toBe('nothing-to-settle');
    expect(old.ask({ type: 'Supersede', at: monday, successor: 'd3' })).toEqual([]);
  });

  it('takes the place of the old one also while that is asked again, was reopened, turned down or given up', () => {
    const ways: readonly (readonly Command[])[] = [
      [{ type: 'FinishLook', ...stamp, occurrence: 1, questions: ['1a'] }],
      [{ type: 'ReopenDecision', ...stamp }],
      [
        { type: 'ReopenDecision', ...stamp },
        { type: 'RejectDecision', ...stamp, reason: 'w-because' },
      ],
      [{ type: 'AbandonDecision', ...stamp, reason: null }],
    ];
    for (const way of ways) {
      const old = accepted();
      old.passTime(old.now.look?.dueAt ?? 0);
      for (const command of way) old.ask(command);
      old.ask({ type: 'Supersede', at: old.at, successor: 'd2' });
      expect(old.now).toMatchObject({ status: 'superseded', successor: 'd2', look: null, ended: null });
    }
  });

  it('links both ways', () => {
    const life = new Life();
    life.ask({
      type: 'StartDecision',
      ...stamp,
      decisionId: 'd2',
      title: 'w',
      framing: null,
      owner: ana,
      invited: [],
      channel: 'C1',
      threadTs: null,
      origin: { kind: 'supersedes', decisionId: 'd1' },
    });
    expect(life.now.origin).toEqual({ kind: 'supersedes', decisionId: 'd1' });
    const old = accepted();
    old.ask({ type: 'LinkFollowUp', at: monday, decisionId: 'd3' });
    expect(old.ask({ type: 'LinkFollowUp', at: monday, decisionId: 'd3' })).toEqual([]);
    expect(old.now.followUps).toEqual(['d3']);
  });
});

describe('the place', () => {
  it('is reported once and can come back', () => {
    const life = accepted();
    const report = (change: 'archived' | 'unarchived' | 'shared') =>
      ({ type: 'ReportPlace', at: monday, change }) as const;
    expect(typesOf(life.ask(report('archived')))).toEqual(['PlaceChanged']);
    expect(life.ask(report('archived'))).toEqual([]);
    life.ask(report('shared'));
    life.ask(report('unarchived'));
    expect(life.now).toMatchObject({ closed: null, shared: true });
  });
});

describe('another framework', () => {
  const adopt = { type: 'AdoptFramework', ...stamp } as const;
  /** Every answer speaks for the other style. */
  const opposite = weighed((weight) => -weight);
  /** Every answer speaks for the same style, some of them less. */
  const milder = weighed((weight) => Math.sign(weight));

  it('is taken on by the owner alone, and only where it is another', () => {
    const life = accepted();
    expect(life.refusal(adopt)).toBe('same-framework');
    life.current = opposite;
    expect(life.refusal({ ...adopt, ...by(ben) })).toBe('owner-only');
    life.ask({ type: 'AbandonDecision', ...stamp, reason: null });
    expect(life.refusal(adopt)).toBe('not-open');
  });

  it('that turns the result opens a round in which nothing is asked, and the thread hears of it', () => {
    const life = accepted();
    life.current = opposite;
    const events = life.ask(adopt);
    expect(typesOf(events)).toEqual(['FrameworkAdopted', 'RoundOpened', 'VerdictProposed']);
    expect(life.now).toMatchObject({
      status: 'proposed',
      round: 2,
      asksAgain: [],
      framework: opposite.version,
      verdict: { framework: opposite.version, style: 'choreography' },
      lastChange: null,
      bestCase: null,
    });
    expect(life.now.acceptance?.framework).toBe(framework.version);
    expect(react(events, life.now)).toEqual(['card.root', 'card.recommendation', 'card.outcome', 'card.round-2']);
    expect(life.refusal(accept)).toBe('best-case-first');
    life.accept();
    expect(life.now.acceptance).toMatchObject({ framework: opposite.version, round: 2 });
    expect(acceptanceBeforeRound(life.now)?.framework).toBe(framework.version);
  });

  it('that leaves the result as it is takes no acceptance back', () => {
    const life = accepted();
    const { bestCase } = life.now;
    life.current = milder;
    expect(typesOf(life.ask(adopt))).toEqual(['FrameworkAdopted', 'VerdictProposed']);
    expect(life.now).toMatchObject({
      status: 'accepted',
      round: 1,
      bestCase,
      verdict: { framework: milder.version, style: 'orchestration' },
    });
    expect(life.now.acceptance?.framework).toBe(framework.version);
  });

  it('does not blame the newest answer for what it moved', () => {
    const life = proposed();
    life.answer('1c', 'low', ben);
    life.current = opposite;
    life.ask(adopt);
    expect(life.now.lastChange).toBeNull();
  });
});

describe('what next', () => {
  const answer = (question: string, option: string, person = ben) =>
    ({ type: 'AnswerToolQuestion', ...by(person), at: monday, question, option }) as const;

  it('is answered by anybody once an orchestration is accepted; the latest stands, with its name', () => {
    const life = accepted();
    const events = life.ask(answer('reader', 'business'));
    expect(typesOf(events)).toEqual(['ToolQuestionAnswered']);
    expect(react(events, life.now)).toEqual(['card.outcome']);
    expect(life.ask(answer('reader', 'business'))).toEqual([]);
    life.ask(answer('reader', 'developers', cleo));
    expect(life.now.toolAnswers).toEqual({ reader: { option: 'developers', person: cleo, at: monday } });
    expect(toolAnswersOf(life.now)).toEqual({ reader: 'developers' });
  });

  it('can be taken back, and is then not known', () => {
    const life = accepted();
    expect(life.ask(answer('reader', unknownOption))).toEqual([]);
    life.ask(answer('reader', 'business'));
    life.ask(answer('reader', unknownOption));
    expect(toolAnswersOf(life.now)).toEqual({});
  });

  it('is not asked before the acceptance, nor of a choreography, nor of people from elsewhere', () => {
    expect(proposed().refusal(answer('reader', 'business'))).toBe('nothing-to-settle');
    const life = accepted();
    life.current = weighed((weight) => -weight);
    life.ask({ type: 'AdoptFramework', ...stamp });
    life.accept();
    expect(life.refusal(answer('reader', 'business'))).toBe('not-asked');
    expect(accepted().refusal({ ...answer('reader', 'business'), ...by('U0ELSEWHERE', false) })).toBe('outsider');
  });
});

describe('a finder', () => {
  const name = {
    type: 'NameFinder',
    ...stamp,
    question: '2c',
    person: cleo,
    until: monday + 2 * day,
    zone: 'UTC',
  } as const;

  it('is asked once, at a decent hour, if the answer is still open', () => {
    const life = begun();
    life.answerAll({ ...orchestrated, '2c': unknownOption });
    life.ask(name);
    const { remindAt } = life.now.finders['2c'] ?? { remindAt: 0 };
    expect(remindAt).toBeGreaterThanOrEqual(name.until);
    expect(life.passTime(remindAt - 1)).toEqual([]);
    const events = life.passTime(remindAt);
    expect(typesOf(events)).toEqual(['FinderReminded']);
    expect(react(events, life.now)).toEqual(['card.finder-2c']);
    expect(life.passTime(remindAt + 30 * day)).toEqual([]);
  });

  it('is left alone when somebody has answered meanwhile', () => {
    const life = begun();
    life.answerAll({ ...orchestrated, '2c': unknownOption });
    life.ask(name);
    life.answer('2c', 'complex', ben);
    expect(life.passTime(monday + 9 * day)).toEqual([]);
  });

  it('whose account is gone is replaced: the question asks who else can, the owner waits for it, and the next one is asked', () => {
    const life = begun();
    life.answerAll({ ...orchestrated, '2c': unknownOption });
    life.ask(name);
    life.passTime(life.now.finders['2c']?.remindAt ?? 0);
    const gone = { type: 'ReportFinderGone', at: monday + 3 * day, question: '2c', person: cleo } as const;
    expect(react(life.ask(gone), life.now)).toEqual(['card.pillar-2']);
    expect(waitsOf(life.now)).toEqual([
      { person: ana, why: 'name-finder' },
      { person: ana, why: 'settle' },
    ]);
    expect(life.ask(gone)).toEqual([]);
    expect(life.ask({ ...gone, person: ben })).toEqual([]);
    life.ask({ ...name, at: monday + 4 * day, person: ben, until: monday + 8 * day });
    expect(waitsOf(life.now).map(({ why }) => why)).toEqual(['find-out', 'settle']);
    expect(typesOf(life.passTime(life.now.finders['2c']?.remindAt ?? 0))).toEqual(['FinderReminded']);
  });

  it('is still asked once it is accepted, and what they found leaves the acceptance as it is', () => {
    const life = begun().answerAll({ ...orchestrated, '2c': unknownOption });
    life.ask(name);
    life.accept();
    expect(typesOf(life.passTime(life.now.finders['2c']?.remindAt ?? 0))).toEqual(['FinderReminded']);
    expect(typesOf(life.answer('2c', orchestrated['2c'], cleo))).toEqual(['QuestionAnswered', 'VerdictProposed']);
    expect(life.now).toMatchObject({ status: 'accepted', round: 1, verdict: { unanswered: [] } });
    expect(life.refusal(life.answering('2c', 'simple', cleo))).toBe('not-open');
  });

  it('who finds out what turns the result opens a round, in which the owner decides again', () => {
    const life = begun().answerAll({ ...orchestrated, '3a': unknownOption });
    expect(life.now.verdict?.style).toBe('orchestration');
    life.ask({ ...name, question: '3a' });
    life.accept();
    expect(typesOf(life.answer('3a', 'none', cleo))).toEqual(['RoundOpened', 'QuestionAnswered', 'VerdictProposed']);
    expect(life.now).toMatchObject({ status: 'proposed', round: 2, asksAgain: [], bestCase: null });
    expect(life.now.verdict?.style).not.toBe('orchestration');
    expect(life.now.questions['3a']?.standing).toMatchObject({ option: 'none', person: cleo, round: 2 });
    expect(life.now.acceptance?.verdict.style).toBe('orchestration');
  });

  it('is not named for what is known, nor for a day that has passed', () => {
    const life = begun().answerAll(orchestrated);
    expect(life.refusal(name)).toBe('already-known');
    life.answer('2c', unknownOption);
    expect(life.refusal({ ...name, until: monday })).toBe('date-past');
  });
});
