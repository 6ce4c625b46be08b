// People, moments and commands for the tests of a decision's rules.
import { timeZones } from '../../../src/application/reassess/zones.ts';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { decide } from '../../../src/domain/decision/decide.ts';
import { type Decision, type StartedDecision, unstarted } from '../../../src/domain/decision/decision.ts';
import type { DecisionEvent } from '../../../src/domain/decision/events.ts';
import { fold } from '../../../src/domain/decision/evolve.ts';
import type { RefusalReason } from '../../../src/domain/decision/refusal.ts';
import { type AskedId, type Framework, questionIds } from '../../../src/domain/framework.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';

export const { framework } = loadFramework();

export const ana = 'U0ANA';
export const ben = 'U0BEN';
export const cleo = 'U0CLEO';
/** Monday, 23 November 2026, 9:00 in Brussels. */
export const monday = Date.UTC(2026, 10, 23, 8);
export const minute = 60_000;
export const day = 24 * 60 * minute;

export const by = (person: string, member = true) => ({ by: { person, member } });

/** A decision that is lived through command by command. */
export class Life {
  decision: Decision = unstarted;
  readonly events: DecisionEvent[] = [];
  /** The framework in force: taken on only by a command that says so. */
  current: Framework = framework;
  /** The one the decision counts by. */
  own: Framework = framework;
  at = monday;
  clicks = 0;

  /** Asks; answers the events it came to. Fails the test when it is refused. */
  ask(command: Command): readonly DecisionEvent[] {
    const decided = this.tryToAsk(command);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.reason}`);
    return decided.events;
  }

  /** Asks; answers why it was refused, or null. */
  refusal(command: Command): RefusalReason | null {
    const decided = this.tryToAsk(command);
    return decided.ok ? null : decided.refusal.reason;
  }

  tryToAsk(command: Command) {
    const adopts = command.type === 'AdoptFramework';
    const inForce = adopts ? this.current : this.own;
    const decided = decide(command, this.decision, { framework: inForce, zones: timeZones });
    if (decided.ok) {
      this.own = inForce;
      this.decision = fold(decided.events, this.decision);
      this.events.push(...decided.events);
    }
    return decided;
  }

  get now(): StartedDecision {
    if (this.decision.status === 'unstarted') throw new Error('nothing has begun');
    return this.decision;
  }

  start(invited: readonly string[] = []): this {
    this.ask({
      type: 'StartDecision',
      ...by(ana),
      at: this.at,
      decisionId: 'd1',
      title: 'w-title',
      framing: null,
      owner: ana,
      invited,
      channel: 'C1',
      threadTs: null,
    });
    this.ask({ type: 'OpenThread', at: this.at, place: { channel: 'C1', threadTs: '1.1' } });
    return this;
  }

  answering(question: AskedId, option: string, person = ana, part: string | null = null): Command {
    this.clicks += 1;
    const actionTs = `1700000000.${`${this.clicks}`.padStart(6, '0')}`;
    return { type: 'AnswerQuestion', ...by(person), at: this.at, question, option, part, actionTs };
  }

  answer(question: AskedId, option: string, person = ana, part: string | null = null): readonly DecisionEvent[] {
    return this.ask(this.answering(question, option, person, part));
  }

  answerAll(choices: Readonly<Partial<Record<AskedId, string>>>, person = ana): this {
    for (const question of questionIds) {
      const option = choices[question];
      if (option !== undefined) this.answer(question, option, person, option === 'part' ? 'w-part' : null);
    }
    return this;
  }

  accept(): this {
    this.ask({ type: 'ConsiderBestCase', ...by(this.now.owner), at: this.at, rebuttal: null });
    this.ask({ type: 'AcceptDecision', ...by(this.now.owner), at: this.at, zone: 'Europe/Brussels' });
    return this;
  }

  passTime(at: number): readonly DecisionEvent[] {
    this.at = at;
    return this.ask({ type: 'PassTime', at, digest: null });
  }
}

/** A decision with its thread, nothing answered. */
export function begun(invited: readonly string[] = []): Life {
  return new Life().start(invited);
}

/** The types of events, for looking at what happened. */
export function typesOf(events: readonly DecisionEvent[]): readonly string[] {
  return events.map((event) => event.type);
}
