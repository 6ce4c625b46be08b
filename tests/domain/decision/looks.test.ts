// Coming back to an accepted decision: reminders, answers, rounds, snoozes.
import { describe, expect, it } from 'vitest';
import { timeZones } from '../../../src/application/reassess/zones.ts';
import { lookDue } from '../../../src/domain/decision/next-due.ts';
import { react } from '../../../src/domain/decision/react.ts';
import { differenceSinceAcceptance, offeredStretch } from '../../../src/domain/decision/since-acceptance.ts';
import { isDecent } from '../../../src/domain/reassessment/slots.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { ana, begun, ben, by, cleo, day, framework, type Life, monday, typesOf } from './house.ts';

const accepted = () => begun().answerAll(orchestrated).accept();
const due = (life: Life) => lookDue(life.now) ?? Number.NaN;
const occurrenceOf = (life: Life) => life.now.look?.occurrence ?? 0;

/** Lets the look come due; its reminder is out afterwards. */
function remind(life: Life): Life {
  expect(typesOf(life.passTime(due(life)))).toContain('ReminderDue');
  return life;
}

function confirm(life: Life, person = ana) {
  return life.ask({
    type: 'ConfirmNothingChanged',
    ...by(person),
    at: life.at,
    occurrence: occurrenceOf(life),
  });
}

describe('a reminder', () => {
  it('goes out once, to the owner, with what is watched', () => {
    const life = accepted();
    expect(life.passTime(due(life) - 1)).toEqual([]);
    const events = life.passTime(due(life));
    expect(events).toMatchObject([
      { type: 'ReminderDue', occurrence: 1, reminder: 1, audience: 'owner', asksScope: false },
    ]);
    expect(life.now.look?.items.length).toBeGreaterThan(0);
    expect(react(events, life.now)).toEqual(['card.root', 'card.reminder-1']);
    expect(life.passTime(life.at + 60_000)).toEqual([]);
  });

  it('is not sent twice when the clock goes back', () => {
    const life = remind(accepted());
    expect(life.passTime(life.at - 3 * day)).toEqual([]);
  });

  it('that is late at night waits for a decent hour, and goes out once', () => {
    const life = accepted();
    const night = due(life) + 3 * day + 13 * 60 * 60_000;
    expect(typesOf(life.passTime(night))).toEqual(['ReminderHeldBack']);
    const morning = due(life);
    expect(isDecent(morning, 'Europe/Brussels', timeZones)).toBe(true);
    expect(life.now.look?.dueAt).toBeLessThan(night);
    expect(typesOf(life.passTime(morning))).toEqual(['ReminderDue']);
    expect(life.passTime(morning + 60_000)).toEqual([]);
  });

  it('unanswered asks the owner, the thread, the owner, then the channel once, and is quiet', () => {
    const life = remind(accepted());
    const first = life.at;
    const told = [1, 2, 3, 4].map(() => {
      const events = life.passTime(due(life));
      expect(life.at - first).toBeGreaterThanOrEqual(4 * day);
      return events;
    });
    expect(told.flat()).toMatchObject([
      { type: 'ReminderRepeated', week: 1, audience: 'owner', reminder: 2 },
      { type: 'ReminderRepeated', week: 2, audience: 'thread', reminder: 3 },
      { type: 'ReminderRepeated', week: 3, audience: 'owner', reminder: 4 },
      { type: 'ReminderRepeated', week: 4, audience: 'channel', reminder: 5, repeatAt: null },
    ]);
    expect(lookDue(life.now)).toBeNull();
    expect(life.passTime(life.at + 400 * day)).toEqual([]);
    expect(life.now.look?.dueAt).toBe(first);
  });

  it('that went quiet is taken up by whoever cares', () => {
    const life = remind(accepted());
    for (let week = 0; week < 4; week += 1) life.passTime(due(life));
    const resumed = life.ask({ type: 'ResumeLooks', ...by(ben), at: life.at, zone: 'Asia/Kolkata' });
    expect(typesOf(resumed)).toEqual(['HandedOver', 'ScheduleSet', 'LookScheduled']);
    expect(life.now).toMatchObject({ owner: ben, schedule: { zone: 'Asia/Kolkata' }, look: { occurrence: 2 } });
  });

  it('goes to the thread when the owner’s account is gone, and to the owner when the channel is closed', () => {
    const gone = accepted();
    gone.ask({ type: 'ReportPersonGone', at: monday, person: ana });
    expect(gone.passTime(due(gone))).toMatchObject([{ audience: 'thread' }]);
    const closed = remind(accepted());
    closed.ask({ type: 'ReportPlace', at: monday, change: 'archived' });
    closed.passTime(due(closed));
    expect(closed.passTime(due(closed))).toMatchObject([{ week: 2, audience: 'owner' }]);
  });
});

describe('nothing has changed', () => {
  it('ends the look with one tap, and the clock starts from there', () => {
    const life = remind(accepted());
    life.at += 2 * day;
    const events = confirm(life);
    expect(events).toMatchObject([
      { type: 'LookFinished', outcome: 'unchanged', notRechecked: [] },
      { type: 'LookScheduled', occurrence: 2 },
    ]);
    expect(due(life) - life.at).toBeGreaterThan(3 * day);
    expect(life.ask({ type: 'ConfirmNothingChanged', ...by(ana), at: life.at, occurrence: 1 })).toEqual([]);
    expect(life.now.unchangedLooks).toBe(1);
  });

  it('can be said by others, but not before the reminder nor for a look that is over', () => {
    const life = accepted();
    const early = { type: 'ConfirmNothingChanged', ...by(cleo), at: monday, occurrence: 1 } as const;
    expect(life.refusal(early)).toBe('look-over');
    remind(life);
    confirm(life, cleo);
    expect(life.now.lastLook?.person).toBe(cleo);
    expect(life.refusal({ ...early, occurrence: 7 })).toBe('look-over');
  });
});

describe('since the acceptance', () => {
  it('a longer stretch is offered after two looks that found nothing, and no more after a change', () => {
    const life = accepted();
    const offers = [1, 2, 3].map(() => {
      confirm(remind(life));
      return offeredStretch(life.now);
    });
    expect(offers).toEqual([null, 2, 2]);
    remind(life);
    life.ask({ type: 'FinishLook', ...by(ana), at: life.at, occurrence: occurrenceOf(life), questions: ['4a'] });
    expect(offeredStretch(life.now)).toBeNull();
  });

  it('the difference says which answer moved the verdict', () => {
    const life = remind(accepted());
    expect(differenceSinceAcceptance(begun().now, { accepted: framework, now: framework })).toBeNull();
    life.ask({ type: 'FinishLook', ...by(ana), at: life.at, occurrence: 1, questions: ['2b', '2c', '3a', '5b'] });
    for (const [question, option] of [
      ['2b', 'none'],
      ['2c', 'simple'],
      ['3a', 'none'],
      ['5b', 'several'],
    ] as const)
      life.answer(question, option);
    expect(differenceSinceAcceptance(life.now, { accepted: framework, now: framework })).toMatchObject({
      cause: 'answers',
      before: { style: 'orchestration' },
      frameworkChanged: false,
    });
  });
});

describe('looking closer', () => {
  const answerItem = (life: Life, index: number, answer: 'still-so' | 'changed' | 'unknown') => {
    const item = life.now.look?.items[index]?.id ?? '';
    return life.ask({ type: 'AnswerWatchItem', ...by(ana), at: life.at, occurrence: occurrenceOf(life), item, answer });
  };
  const answerAll = (life: Life, answer: 'still-so') => {
    for (const index of life.now.look?.items.keys() ?? []) answerItem(life, index, answer);
  };
  const finish = (life: Life, questions: readonly ('2b' | '4a')[] = []) =>
    life.ask({ type: 'FinishLook', ...by(ana), at: life.at, occurrence: occurrenceOf(life), questions });

  it('leaves what nobody looked at “not re-checked”, never unchanged', () => {
    const life = remind(accepted());
    const items = life.now.look?.items.map(({ id }) => id) ?? [];
    answerItem(life, 0, 'still-so');
    expect(finish(life)).toMatchObject([{ type: 'LookFinished', outcome: 'partly', notRechecked: items.slice(1) }, {}]);
    expect(life.now.unchangedLooks).toBe(0);
  });

  it('is unchanged when every item is still so, and partly when one is not known', () => {
    const life = remind(accepted());
    answerAll(life, 'still-so');
    expect(finish(life)).toMatchObject([{ outcome: 'unchanged' }, {}]);
    remind(life);
    answerAll(life, 'still-so');
    answerItem(life, 0, 'unknown');
    expect(finish(life)).toMatchObject([{ outcome: 'partly', notRechecked: [] }, {}]);
  });

  it('asks only the questions concerned again, with the old answers kept until new ones come', () => {
    const life = accepted();
    life.ask({
      type: 'SetSchedule',
      ...by(ana),
      at: life.at,
      schedule: { zone: 'Europe/Brussels', weekday: 2, hour: 10, weeks: 4 },
    });
    remind(life);
    const [item] = life.now.look?.items ?? [];
    const concerned = item?.changes.map(({ question }) => question) ?? [];
    answerItem(life, 0, 'changed');
    const events = finish(life);
    expect(typesOf(events)).toEqual(['LookFinished', 'ScheduleSet', 'RoundOpened', 'LookScheduled']);
    expect(life.now).toMatchObject({
      status: 'proposed',
      round: 2,
      asksAgain: concerned,
      schedule: { weeks: 1 },
      scopeAsked: { answers: { scope: null, isolation: null } },
    });
    expect(react(events, life.now)).toContain('card.round-2');
    const [question] = concerned;
    if (question === undefined) throw new Error('nothing is asked again');
    expect(life.now.questions[question]?.standing?.option).toBe(orchestrated[question]);
    const answered = life.answer(question, item?.changes[0]?.to ?? '', ben, question === '5c' ? 'w-part' : null);
    expect(typesOf(answered)).toEqual(['QuestionAnswered', 'VerdictProposed']);
    expect(life.now.verdict?.style).toBe(item?.style);
    expect(life.now.questions[question]).toMatchObject({ standing: { round: 2 }, replaced: { round: 1 } });
    expect(life.now.acceptance?.verdict.style).toBe('orchestration');
    life.accept();
    expect(life.now).toMatchObject({ status: 'accepted', acceptance: { round: 2 }, asksAgain: [] });
  });

  it('ends a round also when the answer is the same again', () => {
    const life = remind(accepted());
    finish(life, ['2b', '4a']);
    expect(life.now.asksAgain).toEqual(['2b', '4a']);
    expect(typesOf(life.answer('2b', orchestrated['2b']))).toEqual(['QuestionAnswered']);
    expect(typesOf(life.answer('4a', orchestrated['4a']))).toEqual(['QuestionAnswered', 'VerdictProposed']);
    expect(life.now.verdict).toEqual(life.now.previousVerdict);
  });

  it('goes on reminding while a round is open', () => {
    const life = remind(accepted());
    finish(life, ['4a']);
    expect(occurrenceOf(remind(life))).toBe(2);
  });
});

describe('the closing questions', () => {
  it('are asked every fourth time', () => {
    const life = accepted();
    const asked = [1, 2, 3, 4, 5].map(() => {
      remind(life);
      const open = life.now.scopeAsked?.occurrence === occurrenceOf(life);
      confirm(life);
      return open;
    });
    expect(asked).toEqual([false, false, false, true, false]);
    const answer = {
      type: 'AnswerScope',
      ...by(ben),
      at: life.at,
      scope: { question: 'isolation', answer: 'yes' },
    } as const;
    life.ask(answer);
    expect(life.ask(answer)).toEqual([]);
    expect(life.now.scopeAsked?.answers).toEqual({ scope: null, isolation: 'yes' });
    expect(accepted().refusal(answer)).toBe('not-asked');
  });
});

describe('putting off', () => {
  it('shifts one look only, also when its reminder is out already', () => {
    const life = remind(accepted());
    const usual = life.at;
    const snooze = { type: 'SnoozeLook', ...by(ana), at: life.at, occurrence: 1, until: { kind: 'week' } } as const;
    expect(life.refusal({ ...snooze, ...by(ben) })).toBe('owner-only');
    expect(typesOf(life.ask(snooze))).toEqual(['LookPostponed']);
    expect(due(life)).toBe(usual + 7 * day);
    remind(life);
    confirm(life);
    expect(due(life)).toBe(usual + 14 * day);
    expect(life.now.schedule?.weeks).toBe(1);
  });

  it('is refused for a look that is not the next', () => {
    const life = accepted();
    const snooze = { type: 'SnoozeLook', ...by(ana), at: life.at, occurrence: 3, until: { kind: 'week' } } as const;
    expect(life.refusal(snooze)).toBe('look-over');
  });
});

describe('the schedule', () => {
  const schedule = { zone: 'Europe/Brussels', weekday: 4, hour: 14, weeks: 13 } as const;

  it('stretches from when somebody last looked', () => {
    const life = remind(accepted());
    confirm(life);
    const looked = life.at;
    life.at += day;
    life.ask({ type: 'SetSchedule', ...by(ana), at: life.at, schedule });
    expect(Math.abs(due(life) - looked - 13 * 7 * day)).toBeLessThan(4 * day);
    expect(occurrenceOf(life)).toBe(2);
  });

  it('is the owner’s, and does not move a reminder that is out', () => {
    const life = remind(accepted());
    const repeat = due(life);
    expect(life.refusal({ type: 'SetSchedule', ...by(ben), at: life.at, schedule })).toBe('owner-only');
    life.ask({ type: 'SetSchedule', ...by(ana), at: life.at, schedule });
    expect(due(life)).toBe(repeat);
  });

  it('stops, and begins again with a number of its own', () => {
    const life = accepted();
    life.ask({ type: 'StopLooks', ...by(ana), at: life.at });
    expect(life.now.look).toBeNull();
    expect(life.passTime(monday + 100 * day)).toEqual([]);
    expect(life.refusal({ type: 'ResumeLooks', ...by(ben), at: life.at, zone: 'UTC' })).toBe('owner-only');
    life.ask({ type: 'ResumeLooks', ...by(ana), at: life.at, zone: 'UTC' });
    expect(occurrenceOf(life)).toBe(2);
  });
});
