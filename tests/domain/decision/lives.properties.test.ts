// What holds for every decision, whatever is asked of it and in whatever order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, membersOf, verdictOf } from '../../../src/domain/decision/answers-of.ts';
import { cardOfEffect } from '../../../src/domain/decision/card-keys.ts';
import { decisionSchema, unstarted } from '../../../src/domain/decision/decision.ts';
import { eventSchema } from '../../../src/domain/decision/events.ts';
import { fold } from '../../../src/domain/decision/evolve.ts';
import { nextDue } from '../../../src/domain/decision/next-due.ts';
import { isAsking } from '../../../src/domain/decision/phase.ts';
import { react } from '../../../src/domain/decision/react.ts';
import { whatIfOfEffect } from '../../../src/domain/decision/react-workflow.ts';
import { summarise, summarySchema } from '../../../src/domain/decision/summary.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { computeTeamVerdict } from '../../../src/domain/verdict/team-verdict.ts';
import { forAll } from '../../support/for-all.ts';
import { anyLife, lived } from './commands.ts';
import { ana, ben, cleo, type Life } from './house.ts';

/** Properties are told as commands, so that a counterexample reads as a story. */
function everyLife(holds: (life: Life) => void): void {
  forAll(
    fc.property(anyLife, (commands) => holds(lived(commands, [ana, ben, cleo]))),
    { numRuns: 400 },
  );
}

describe('every life of a decision', () => {
  it('is told again by its events, also after they were stored as text', () => {
    everyLife(({ events, decision }) => {
      const stored = events.map((event) => eventSchema.parse(JSON.parse(JSON.stringify(event))));
      expect(fold(stored, unstarted)).toEqual(decision);
    });
  });

  it('can be kept as a snapshot', () => {
    everyLife(({ decision }) => {
      expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
    });
  });

  it('can be folded in two parts', () => {
    everyLife(({ events, decision }) => {
      for (const cut of [1, 7, Math.floor(events.length / 2)])
        expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(decision);
    });
  });

  it('has the verdict its visible answers compute to, as long as it is not settled', () => {
    everyLife(({ now, own }) => {
      if (now.verdict === null || !isAsking(now)) return;
      expect(own.version).toBe(now.framework);
      expect(now.verdict).toEqual(verdictOf(own, now));
      if (now.team === null) expect(now.verdict).toEqual(computeVerdict(own, answersOf(now)));
      else if (now.round === 1 && now.questions['6a'] === undefined)
        expect(now.verdict).toEqual(computeTeamVerdict(own, membersOf(now)).verdict);
    });
  });

  it('lets the greatest click of a question stand in open mode', () => {
    everyLife(({ now, events }) => {
      if (now.team !== null) return;
      for (const [question, { standing }] of Object.entries(now.questions)) {
        const clicks = events.flatMap((event) =>
          event.type === 'QuestionAnswered' && event.question === question ? [event.actionTs] : [],
        );
        expect(standing?.actionTs).toBe(clicks.toSorted().at(-1));
      }
    });
  });

  it('passes every pillar once, and reminds once for every due look', () => {
    everyLife(({ events }) => {
      const passes = events.flatMap((event) =>
        event.type === 'PillarPassed' || event.type === 'PillarSkipped' || event.type === 'PillarRevealed'
          ? [event.pillar]
          : [],
      );
      expect(new Set(passes).size).toBe(passes.length);
      const reminders = events.flatMap((event) =>
        event.type === 'ReminderDue' || event.type === 'ReminderRepeated' ? [event.reminder] : [],
      );
      expect(reminders).toEqual(reminders.map((_, index) => index + 1));
      const due = new Set<number>();
      for (const event of events) {
        if (event.type === 'LookPostponed') due.delete(event.occurrence);
        if (event.type !== 'ReminderDue') continue;
        expect(due.has(event.occurrence)).toBe(false);
        due.add(event.occurrence);
      }
    });
  });

  it('owes only effects that can be run, and can always be listed', () => {
    everyLife(({ events, now }) => {
      for (const effect of react(events, now)) expect(cardOfEffect(effect) ?? whatIfOfEffect(effect)).not.toBeNull();
      expect(summarySchema.parse(JSON.parse(JSON.stringify(summarise(now))))).toEqual(summarise(now));
    });
  });

  it('is settled by time: telling the time twice brings nothing new', () => {
    everyLife((life) => {
      const moment = nextDue(life.now);
      if (moment === null) return;
      life.passTime(moment);
      expect(life.passTime(moment)).toEqual([]);
    });
  });

  it('comes, between them all, to everything that can happen', () => {
    const kinds: readonly string[] = eventSchema.options.map((option) => option.shape.type.value);
    const lives = fc.sample(anyLife, { numRuns: 1_000, seed: 6 });
    const happened = new Set(lives.flatMap((commands) => lived(commands, [ana, ben]).events.map(({ type }) => type)));
    expect(kinds.filter((kind) => !new Set<string>(happened).has(kind))).toEqual(['StartWithdrawn']);
  });
});
