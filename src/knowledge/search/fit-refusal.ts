// Learns the weights of the refusal rule from labelled questions: logistic regression by gradient descent.
import { probabilityOf, type Signs } from './refusal.ts';
import type { RefusalWeights } from './search-data.ts';

/** A question's signs, and whether it is one to answer. */
export type Labelled = { readonly signs: Signs; readonly answer: boolean };

type Weights = Omit<RefusalWeights, 'threshold'>;

const steps = 1200;
const pace = 0.5;
/** Keeps weights small where the questions do not ask for large ones. */
const shrink = 0.002;

/** The weights that explain the labels best. The same questions give the same weights. */
export function fitRefusal(questions: readonly Labelled[]): Weights {
  let weights: Weights = { bias: 0, ours: 0, other: 0, found: 0, strange: 0 };
  for (let step = 0; step < steps; step += 1) {
    let slope: Weights = { bias: 0, ours: 0, other: 0, found: 0, strange: 0 };
    for (const { signs, answer } of questions) {
      const miss = (probabilityOf(signs, weights) - (answer ? 1 : 0)) / questions.length;
      slope = {
        bias: slope.bias + miss,
        ours: slope.ours + miss * signs.ours,
        other: slope.other + miss * signs.other,
        found: slope.found + miss * signs.found,
        strange: slope.strange + miss * signs.strange,
      };
    }
    const moved = (name: keyof Signs) => weights[name] - pace * (slope[name] + shrink * weights[name]);
    weights = {
      bias: weights.bias - pace * slope.bias,
      ours: moved('ours'),
      other: moved('other'),
      found: moved('found'),
      strange: moved('strange'),
    };
  }
  return weights;
}
