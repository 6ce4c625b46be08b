// The port to the effects a decision still owes: the truth of which BullMQ only runs the copies (design.md §5).
import type { DecisionAddress } from './decision-store.ts';

/** One owed effect: what is to be done (see react.ts) and the decision's version that asked for it last. */
export type OwedEffect = DecisionAddress & { readonly effect: string; readonly version: number };

/** The owed effects, kept in the same write as the events that caused them. */
export type OwedEffects = {
  /** The version that last asked for the effect, or null when it is not owed. */
  owedSince(address: DecisionAddress, effect: string): Promise<number | null>;
  /** Strikes the effect out unless a newer version has asked for it meanwhile. Answers whether it is settled. */
  settle(address: DecisionAddress, effect: string, version: number): Promise<boolean>;
  /** What is owed in the whole workspace, at most `limit`, for the sweep. */
  allOwed(team: string, limit: number): Promise<readonly OwedEffect[]>;
};

/** Asks the workers to look at owed effects soon. Losing a nudge loses nothing: the sweep issues it again. */
export type EffectNudger = {
  nudge(address: DecisionAddress, effects: readonly string[]): void;
};
