// The port to the effects a decision still owes: the truth of which BullMQ only runs the copies (design.md §5).
import type { DecisionAddress } from './decision-store.ts';

/** One owed effect: what is to be done (see react.ts) for which decision. */
export type OwedEffect = DecisionAddress & { readonly effect: string };

/** The owed effects, kept in the same write as the events that caused them. */
export type OwedEffects = {
  /** A mark of who asked for the effect last, or null when it is not owed. Asking again changes the mark. */
  markOf(address: DecisionAddress, effect: string): Promise<string | null>;
  /** Strikes the effect out unless it was asked for again since `mark` was read. Answers whether it is settled. */
  settle(address: DecisionAddress, effect: string, mark: string): Promise<boolean>;
  /** Asks for an effect apart from any event: what a card shows may depend on where another one stands. */
  owe(address: DecisionAddress, effect: string): Promise<void>;
  /** The effects owed at an address. */
  owedAt(address: DecisionAddress): Promise<readonly string[]>;
  /** What is owed in the whole workspace, at most `limit`, for the sweep. */
  allOwed(team: string, limit: number): Promise<readonly OwedEffect[]>;
};

/** Asks the workers to look at owed effects soon. Losing a nudge loses nothing: the sweep issues it again. */
export type EffectNudger = {
  nudge(address: DecisionAddress, effects: readonly string[]): void;
};

/** Brings forward what waits for its time, because the reason to wait is gone. What runs already runs to its end. */
export type EffectHastener = {
  hasten(address: DecisionAddress, effects: readonly string[]): void;
};
