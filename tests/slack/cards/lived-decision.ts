// Plays decisions that go on after the recommendation: accepted, looked at, asked again, left by their owner.
import { timeZones } from '../../../src/application/reassess/zones.ts';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { decide } from '../../../src/domain/decision/decide.ts';
import { fold } from '../../../src/domain/decision/evolve.ts';
import type { Digest } from '../../../src/domain/decision/look-events.ts';
import { split } from '../../support/order-fulfilment.ts';
import { ana, answering, ben, framework, type Played, play } from './played-decision.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const acceptedAt = Date.UTC(2026, 10, 24, 9);
const by = { person: ana, member: true };
const zone = 'Europe/Brussels';

/** Goes on from a played decision; a command the rules refuse is a mistake of the test. */
function liveOn(played: Played, commands: readonly Command[]): Played {
  const decision = commands.reduce(
    (now, command) => {
      const decided = decide(command, now, { framework, zones: timeZones });
      if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.reason}`);
      return fold(decided.events, now);
    },
    fold([], played.decision),
  );
  if (decision.status === 'unstarted') throw new Error('the decision did not start');
  return { decision, words: played.words };
}

const accept: readonly Command[] = [
  { type: 'ConsiderBestCase', by, at: acceptedAt, rebuttal: null },
  { type: 'AcceptDecision', by, at: acceptedAt, zone },
];

/** So many looks that find nothing changed, then one that is due. */
function looks(unchanged: number, digest: Digest | null = null): readonly Command[] {
  const commands: Command[] = [];
  for (let occurrence = 1; occurrence <= unchanged + 1; occurrence += 1) {
    const at = acceptedAt + occurrence * 7 * DAY_MS + 2 * DAY_MS;
    commands.push({ type: 'PassTime', at, digest });
    if (occurrence <= unchanged) commands.push({ type: 'ConfirmNothingChanged', by, at: at + 1_000, occurrence });
  }
  return commands;
}

const recommended = play(answering(split, 'payment'));

/** Accepted, and nothing due yet. */
export const accepted = liveOn(recommended, accept);
/** Somebody opened the second pillar's card again afterwards. */
export const opened = liveOn(accepted, [{ type: 'UnfoldPillar', by, at: acceptedAt + 1_000, pillar: 2 }]);
/** Its first look is due. */
export const lookDue = liveOn(accepted, looks(0));
/** Two unchanged looks lie behind it, and the third is due. */
export const stretchable = liveOn(accepted, looks(2));
/** Its look is due together with another decision's. */
export const dueTogether = liveOn(accepted, looks(0, { lead: 'd1', members: ['d1', 'd2'], owner: ana, reminder: 1 }));
/** Something changed: a second round is on. */
export const askedAgain = liveOn(lookDue, [
  { type: 'FinishLook', by, at: acceptedAt + 9 * DAY_MS + 2_000, occurrence: 1, questions: ['1a', '4b'] },
  { type: 'AnswerScope', by, at: acceptedAt + 9 * DAY_MS + 3_000, scope: { question: 'isolation', answer: 'yes' } },
]);
/** The owner's account is gone. */
export const left = liveOn(accepted, [{ type: 'ReportPersonGone', at: acceptedAt + 1_000, person: ana }]);
/** Somebody finds out an answer, and is asked for it. */
export const sought = liveOn(play([{ answer: '1a', option: 'unknown' }]), [
  { type: 'NameFinder', by, at: acceptedAt, question: '1a', person: ben, until: acceptedAt + DAY_MS, zone },
  { type: 'PassTime', at: acceptedAt + 3 * DAY_MS, digest: null },
]);

export const lives: readonly Played[] = [accepted, lookDue, stretchable, dueTogether, askedAgain, left, sought];
