// The port to the effects a decision still owes: the truth of which BullMQ only runs the copies (design.md §5).
import type { Urgency } from '../domain/decision/urgency.ts';
import type { DecisionAddress } from './decision-store.ts';

/** One owed effect: what is to be done (see run-effect.ts) for which decision. */
export type OwedEffect = DecisionAddress & { readonly effect: string };

/** An owed effect as the sweep finds it, with whether somebody waits for it. */
export type FoundEffect = OwedEffect & { readonly urgency: Urgency };

/** The owed effects, kept in the same write as the events that caused them. */
export type OwedEffects = {
  /** A mark of who asked for the effect last, or null when it is not owed. Asking again changes the mark. */
  markOf(address: DecisionAddress, effect: string): Promise<string | null>;
  /** Strikes the effect out unless it was asked for again since `mark` was read. Answers whether it is settled. */
  settle(address: DecisionAddress, effect: string, mark: string): Promise<boolean>;
  /** Asks for an effect apart from any event: what a card shows may depend on where another one stands. Urgent unless said otherwise. */
  owe(address: DecisionAddress, effect: string, urgency?: Urgency): Promise<void>;
  /** The effects owed at an address. */
  owedAt(address: DecisionAddress): Promise<readonly string[]>;
  /** What is owed in the whole workspace, at most `limit`, for the sweep. */
  allOwed(team: string, limit: number): Promise<readonly FoundEffect[]>;
};

/** Asks the workers to look at owed effects soon. Losing a nudge loses nothing: the sweep issues it again. */
export type EffectNudger = {
  /**
   * What somebody waits for, which is what is meant unless said otherwise, goes before everything that comes in its turn,
   * and what waits for its time is brought forward. What runs already runs to its end.
   */
  nudge(address: DecisionAddress, effects: readonly string[], urgency?: Urgency): void;
};

/** Issues owed effects again that may have lost their job. What has one is left as it is, also where it waits for its time. */
export type EffectReissuer = { reissue(owed: readonly FoundEffect[]): Promise<void> };
