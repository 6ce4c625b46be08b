// Random commands in random order, from people who may and people who may not.

import * as fc from 'fast-check';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { findersOf } from '../../../src/domain/decision/finders.ts';
import { placeChanges } from '../../../src/domain/decision/lifecycle-events.ts';
import type { Digest } from '../../../src/domain/decision/look-events.ts';
import {
  askedIds,
  optionIds,
  pillarNumbers,
  pillarQuestionIds,
  questionIds,
  unknownOption,
} from '../../../src/domain/framework.ts';
import { stretches } from '../../../src/domain/reassessment/schedule.ts';
import type { ScopeAnswer } from '../../../src/domain/reassessment/scope.ts';
import type { SnoozeUntil } from '../../../src/domain/reassessment/slots.ts';
import { itemAnswers } from '../../../src/domain/reassessment/watch-items.ts';
import { weighed } from '../verdict/arbitraries.ts';
import { ana, ben, by, cleo, day, framework, Life, monday } from './house.ts';

/** A version of the framework in which every answer speaks for the other style. */
// Taken from 0, since a stored -0 comes back as 0.
const opposite = weighed((weight) => 0 - weight);
const actor = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(ana, ben, cleo).map((person) => by(person)) },
  { weight: 1, arbitrary: fc.constant(by('U0ELSEWHERE', false)) },
);
const pillar = fc.constantFrom(1 as const, 1 as const, ...pillarNumbers);
const asked = fc.constantFrom(...askedIds);
const zone = fc.constantFrom('Europe/Brussels', 'America/New_York', 'Asia/Kolkata', 'Nowhere/Land');
/** Stands for the look that is open when its turn comes: a number drawn blindly seldom hits it. */
const CURRENT = 99;
/** Stands for whoever owns the decision then. */
const OWNER = 'U0OWNER';
const occurrence = fc.oneof({ weight: 3, arbitrary: fc.constant(CURRENT) }, fc.integer({ min: 1, max: 4 }));
const dayCounted = fc.integer({ min: 20_780, max: 20_900 });
const snoozes = fc.oneof(
  fc.constantFrom<SnoozeUntil>({ kind: 'next-working-day' }, { kind: 'week' }, { kind: 'month' }),
  dayCounted.map((counted): SnoozeUntil => ({ kind: 'day', day: counted })),
);
const scopes = fc.constantFrom<ScopeAnswer>(
  { question: 'scope', answer: 'grown' },
  { question: 'isolation', answer: 'yes' },
);
const actionTs = fc.integer({ min: 1, max: 400 }).map((tick) => `1700000000.${`${tick}`.padStart(6, '0')}`);
const at = fc.integer({ min: 0, max: 90 }).map((days) => monday + days * day);

const answer = asked.chain((question) =>
  fc
    .record({ option: fc.constantFrom<string>(...optionIds[question], unknownOption, 'nonsense'), actor, actionTs, at })
    .map(
      (given): Command => ({
        type: 'AnswerQuestion',
        ...given.actor,
        at: given.at,
        question,
        option: given.option,
        part: given.option === 'part' ? 'w-part' : null,
        actionTs: given.actionTs,
      }),
    ),
);

const facts = { actor, at, pillar, zone, occurrence, question: asked, until: snoozes, scope: scopes };
const plain = fc.record(facts).chain((f) => {
  const stamp = { ...f.actor, at: f.at };
  return fc.constantFrom<Command>(
    { type: 'SkipPillar', ...stamp, pillar: f.pillar },
    { type: 'SkipPillar', ...stamp, pillar: f.pillar },
    { type: 'RevealPillar', ...stamp, pillar: f.pillar },
    { type: 'UnfoldPillar', ...stamp, pillar: f.pillar },
    { type: 'UnfoldPillar', ...stamp, pillar: 1 },
    { type: 'FoldPillar', ...stamp, pillar: 1 },
    { type: 'FoldPillar', ...stamp, pillar: f.pillar },
    { type: 'AddNote', ...stamp, question: f.question, note: 'w-note' },
    { type: 'ChooseTeamMode', ...stamp, revealAfter: f.occurrence > 2 ? 2 * day : null },
    { type: 'NameFinder', ...stamp, question: f.question, person: cleo, until: f.at + 3 * day, zone: f.zone },
    { type: 'ReportFinderGone', at: f.at, question: f.question, person: cleo },
    { type: 'ConsiderBestCase', ...stamp, rebuttal: null },
    { type: 'AcceptDecision', ...stamp, zone: f.zone },
    { type: 'AcceptDecision', ...stamp, zone: f.zone },
    { type: 'RejectDecision', ...stamp, reason: null },
    { type: 'AbandonDecision', ...stamp, reason: null },
    { type: 'ReopenDecision', ...stamp },
    { type: 'HandOver', ...stamp, to: ben, zone: f.zone },
    { type: 'Supersede', at: f.at, successor: 'd2' },
    { type: 'LinkFollowUp', at: f.at, decisionId: 'd3' },
    { type: 'ReportPersonGone', at: f.at, person: ana },
    { type: 'AdoptFramework', ...stamp },
    { type: 'AnswerToolQuestion', ...stamp, question: 'owned', option: f.occurrence > 2 ? 'unknown' : 'camunda' },
    { type: 'AnswerToolQuestion', ...stamp, question: 'reader', option: 'business' },
    { type: 'ConfirmNothingChanged', ...stamp, occurrence: f.occurrence },
    { type: 'FinishLook', ...stamp, occurrence: f.occurrence, questions: [] },
    { type: 'FinishLook', ...stamp, occurrence: f.occurrence, questions: [f.question] },
    { type: 'SnoozeLook', ...stamp, occurrence: f.occurrence, until: f.until },
    { type: 'AnswerScope', ...stamp, scope: f.scope },
    { type: 'StopLooks', ...stamp },
    { type: 'ResumeLooks', ...stamp, zone: f.zone },
    { type: 'OpenThread', at: f.at, place: { channel: 'C1', threadTs: '1.1' } },
    { type: 'WithdrawStart', at: f.at, problem: 'archived' },
    { type: 'SetWorkflow', ...stamp, workflow: 'w-steps', steps: ['s1', 's2', 's3'] },
    { type: 'ChoosePartSteps', ...stamp, steps: ['s2'] },
    { type: 'TryWhatIf', ...stamp, whatIf: 'w-change' },
  );
});

const reports = fc
  .record({ at, change: fc.constantFrom(...placeChanges) })
  .map((report): Command => ({ type: 'ReportPlace', ...report }));
const items = fc
  .record({
    actor,
    at,
    occurrence,
    item: fc.constantFrom('2b=all', '5b=none', '3a=none'),
    answer: fc.constantFrom(...itemAnswers),
  })
  .map(({ actor: who, ...rest }): Command => ({ type: 'AnswerWatchItem', ...who, ...rest }));
const schedules = fc
  .record({ actor, at, zone, weeks: fc.constantFrom(...stretches), weekday: fc.integer({ min: 1, max: 5 }) })
  .map(
    ({ actor: who, at: when, ...schedule }): Command => ({
      type: 'SetSchedule',
      ...who,
      at: when,
      schedule: { ...schedule, hour: 14 },
    }),
  );
const digests = fc.constantFrom<Digest | null>(null, { lead: 'd1', members: ['d1', 'd2'], owner: ana, reminder: 1 });
const time = fc.record({ at, digest: digests }).map((passed): Command => ({ type: 'PassTime', ...passed }));

/** Any command at any moment. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: answer },
  { weight: 14, arbitrary: plain },
  { weight: 1, arbitrary: reports },
  { weight: 2, arbitrary: items },
  { weight: 1, arbitrary: schedules },
  { weight: 5, arbitrary: time },
);

/** The way to an accepted decision, in order, for lives that get that far. */
const wayThrough = fc
  .record({
    team: fc.boolean(),
    picks: fc.array(fc.nat(5), { minLength: 15, maxLength: 15 }),
    accepts: fc.integer({ min: 1, max: 4 }).map((number) => number > 1),
  })
  .map(({ team, picks, accepts }): readonly Command[] => {
    const stamp = { ...by(ana), at: monday };
    const questions = pillarNumbers.flatMap((number): readonly Command[] => [
      ...pillarQuestionIds[number].flatMap((question): readonly Command[] => {
        const option = optionIds[question][picks[questionIds.indexOf(question)] ?? 0];
        if (option === undefined) return [];
        const part = option === 'part' ? 'w-part' : null;
        return [{ type: 'AnswerQuestion', ...stamp, question, option, part, actionTs: '1700000000.000200' }];
      }),
      { type: 'SkipPillar', ...stamp, pillar: number },
    ]);
    return [
      ...(team ? [{ type: 'ChooseTeamMode', ...stamp, revealAfter: null } as const] : []),
      ...questions,
      ...(accepts
        ? [
            { type: 'ConsiderBestCase', ...stamp, rebuttal: null } as const,
            { type: 'AcceptDecision', ...stamp, zone: 'Europe/Brussels' } as const,
          ]
        : []),
    ];
  });

/** What is done in looks and in the rounds they open. */
const looking = fc.record(facts).chain((f) => {
  const stamp = { ...f.actor, at: f.at };
  return fc.constantFrom<Command>(
    { type: 'ConfirmNothingChanged', ...stamp, occurrence: CURRENT },
    { type: 'FinishLook', ...stamp, occurrence: CURRENT, questions: [] },
    { type: 'FinishLook', ...stamp, occurrence: CURRENT, questions: [f.question, '2b'] },
    { type: 'SnoozeLook', ...stamp, occurrence: CURRENT, until: f.until },
    { type: 'AnswerScope', ...stamp, scope: f.scope },
    { type: 'HandOver', ...stamp, to: cleo, zone: f.zone },
    { type: 'ConsiderBestCase', ...stamp, rebuttal: null },
    { type: 'AcceptDecision', ...stamp, zone: f.zone },
    { type: 'AdoptFramework', ...stamp },
    { type: 'ResumeLooks', ...stamp, zone: f.zone },
  );
});

/** Weeks that pass in order: time is told, then somebody, mostly the owner, does something. */
const weeks = fc
  .array(
    fc.record({
      hours: fc.constantFrom(0, 2, 24, 7 * 24, 8 * 24, 31 * 24),
      command: fc.oneof({ weight: 6, arbitrary: looking }, { weight: 2, arbitrary: items }, anyCommand),
      asOwner: fc.integer({ min: 1, max: 5 }).map((number) => number > 1),
    }),
    { maxLength: 16 },
  )
  .map((steps) => {
    let at = monday;
    return steps.flatMap(({ hours, command, asOwner }): readonly Command[] => {
      at += (hours / 24) * day;
      const then = { ...command, at };
      const done = asOwner && 'by' in then ? { ...then, by: { person: OWNER, member: true } } : then;
      return [{ type: 'PassTime', at, digest: null }, done];
    });
  });

/** A whole life: any commands, perhaps a straight way to acceptance among them, then weeks in order, then any commands. */
export const anyLife: fc.Arbitrary<readonly Command[]> = fc
  .record({
    before: fc.array(anyCommand, { maxLength: 10 }),
    way: fc.option(wayThrough, { freq: 8 }),
    later: weeks,
    after: fc.array(anyCommand, { maxLength: 15 }),
  })
  .map(({ before, way, later, after }) => [...(way === null ? before : []), ...(way ?? []), ...later, ...after]);

/** Lives through commands; what is refused changes nothing. */
export function lived(commands: readonly Command[], invited: readonly string[] = []): Life {
  const life = new Life().start(invited);
  for (const command of commands) {
    // Each time a new version is taken on, it is another one: that there is one is a matter of the house, not of a command.
    if (command.type === 'AdoptFramework') life.current = life.own === framework ? opposite : framework;
    life.tryToAsk(aimed(command, life));
  }
  return life;
}

/** The command with the owner, the open look, one of its items or a finder in place of what stands for them. */
function aimed(command: Command, { now }: Life): Command {
  const { look, owner } = now;
  if (command.type === 'ReportFinderGone') return { ...command, question: findersOf(now)[0]?.[0] ?? command.question };
  const asked = 'by' in command && command.by.person === OWNER ? { ...command, ...by(owner) } : command;
  if (!('occurrence' in asked) || asked.occurrence !== CURRENT || look === null) return asked;
  const { occurrence: open, items: watched } = look;
  if (asked.type !== 'AnswerWatchItem') return { ...asked, occurrence: open };
  return { ...asked, occurrence: open, item: watched[asked.at % Math.max(watched.length, 1)]?.id ?? asked.item };
}
