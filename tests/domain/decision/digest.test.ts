// Several looks of one owner are told together; a look that is out follows its decision to a new owner.
import { describe, expect, it } from 'vitest';
import { timeZones } from '../../../src/application/reassess/zones.ts';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { digestDue, digestOf, GATHER_MS, MOST_TOGETHER } from '../../../src/domain/decision/digest.ts';
import type { DecisionEvent } from '../../../src/domain/decision/events.ts';
import { lookDue } from '../../../src/domain/decision/next-due.ts';
import { react } from '../../../src/domain/decision/react.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { ana, begun, ben, by, day, type Life, minute, monday, typesOf } from './house.ts';

const accepted = () => begun().answerAll(orchestrated).accept();
const due = (life: Life) => lookDue(life.now) ?? Number.NaN;

/** The same decision under another name, whose look comes so many minutes later: as far as a digest looks at it. */
function like({ now }: Life, decisionId: string, later = 0): StartedDecision {
  const { look } = now;
  if (look === null || look.nextAt === null) throw new Error('no look comes');
  return { ...now, decisionId, look: { ...look, nextAt: look.nextAt + later * minute } };
}

function tellTogether(life: Life, at: number): readonly DecisionEvent[] {
  const digest = digestDue([life.now, like(life, 'd2')], at, timeZones);
  expect(digest).toEqual({ lead: 'd1', members: ['d1', 'd2'], owner: ana, reminder: life.now.reminders + 1 });
  life.at = at;
  return life.ask({ type: 'PassTime', at, digest });
}

describe('looks told together', () => {
  it('are those of the morning of one that is due, the longest overdue leading', () => {
    const life = accepted();
    const at = due(life);
    const others = [like(life, 'd2', -5), like(life, 'd3', 40), like(life, 'd4', GATHER_MS / minute + 1)];
    expect(digestDue([life.now, ...others], at, timeZones)).toMatchObject({
      lead: 'd2',
      members: ['d2', 'd1', 'd3'],
      owner: ana,
      reminder: 1,
    });
  });

  it('are none before one of them is due, and none of one alone', () => {
    const life = accepted();
    expect(digestDue([life.now, like(life, 'd2', 10)], due(life) - 1, timeZones)).toBeNull();
    expect(digestDue([life.now, like(life, 'd2', 24 * 60)], due(life), timeZones)).toBeNull();
  });

  it('are none at night, nor for an owner whose account is gone', () => {
    const life = accepted();
    const night = due(life) + 13 * 60 * minute;
    expect(digestDue([life.now, like(life, 'd2')], night, timeZones)).toBeNull();
    const at = due(life);
    life.ask({ type: 'ReportPersonGone', at: monday, person: ana });
    expect(digestDue([life.now, like(life, 'd2')], at, timeZones)).toBeNull();
  });

  it('are no more than one message holds', () => {
    const life = accepted();
    const many = Array.from({ length: MOST_TOGETHER + 5 }, (_, index) => like(life, `e${index}`));
    expect(digestDue(many, due(life), timeZones)?.members).toHaveLength(MOST_TOGETHER);
  });

  it('may come early, once, where alone they would not have come yet', () => {
    const life = accepted();
    const early = due(life) - 30 * minute;
    expect(life.passTime(early)).toEqual([]);
    const digest = { lead: 'd2', members: ['d1', 'd2'], owner: ana, reminder: 4 };
    expect(life.ask({ type: 'PassTime', at: early, digest })).toMatchObject([
      { type: 'ReminderDue', reminder: 1, audience: 'owner', digest },
    ]);
    expect(life.now.together).toEqual({ reminder: 1, digest });
    expect(life.passTime(early + 31 * minute)).toEqual([]);
  });

  it('are told together again while nobody answers, but what goes to the thread or the channel goes alone', () => {
    const life = accepted();
    tellTogether(life, due(life));
    expect(tellTogether(life, due(life))).toMatchObject([
      { type: 'ReminderRepeated', week: 1, digest: { reminder: 2 } },
    ]);
    expect(digestDue([life.now, like(life, 'd2')], due(life), timeZones)).toBeNull();
    expect(life.passTime(due(life))).toMatchObject([{ week: 2, audience: 'thread', digest: null }]);
    expect(life.now.together?.reminder).toBe(2);
    expect([1, 2, 3].map((reminder) => digestOf(life.now, reminder)?.reminder ?? null)).toEqual([1, 2, null]);
    expect(tellTogether(life, due(life))).toMatchObject([{ week: 3, audience: 'owner', digest: { reminder: 4 } }]);
    expect(digestDue([life.now, like(life, 'd2')], due(life), timeZones)).toBeNull();
  });
});

describe('handing over while a look is out', () => {
  const handTo = (life: Life, zone = 'Europe/Brussels') =>
    life.ask({ type: 'HandOver', ...by(ana), at: life.at, to: ben, zone });

  it('brings the look to the new owner, once, and the old reminder stops asking', () => {
    const life = accepted();
    life.passTime(due(life));
    life.at += 60 * minute;
    const events = handTo(life);
    expect(typesOf(events)).toEqual(['HandedOver', 'LookPostponed']);
    expect(react(events, life.now)).toContain('card.reminder-1');
    expect(life.now).toMatchObject({ owner: ben, passedOn: 1, look: { occurrence: 1, since: null } });
    expect(life.passTime(life.at)).toMatchObject([
      { type: 'ReminderDue', occurrence: 1, reminder: 2, audience: 'owner' },
    ]);
    expect(life.passTime(life.at + minute)).toEqual([]);
  });

  it('waits for a decent hour where the new owner lives', () => {
    const life = accepted();
    life.passTime(due(life));
    handTo(life, 'America/New_York');
    expect(due(life)).toBeGreaterThan(life.at);
    expect(life.passTime(due(life))).toMatchObject([{ type: 'ReminderDue', reminder: 2 }]);
  });

  it('moves nothing that is only planned', () => {
    const life = accepted();
    const before = due(life);
    expect(typesOf(handTo(life))).toEqual(['HandedOver']);
    expect(due(life)).toBe(before);
    expect(life.now.passedOn).toBe(0);
  });

  it('wakes a look that had gone quiet', () => {
    const life = accepted();
    for (let week = 0; week <= 4; week += 1) life.passTime(due(life));
    expect(lookDue(life.now)).toBeNull();
    handTo(life);
    life.at += day;
    expect(due(life)).toBeLessThanOrEqual(life.at);
  });
});
