// Learns the weights of the refusal rule from labelled questions: logistic regression by gradient descent.
import { probabilityOf, type Signs } from './refusal.ts';
import type { RefusalWeights } from './search-data.ts';

/** A question's signs, and whether it is one to answer. */
export type Labelled = { readonly signs: Signs; readonly answer: boolean };

type Weights = Omit<RefusalWeights, 'threshold'>;

const none: Weights = { bias: 0, whole: 0, worstPart: 0, found: 0, strange: 0, followUp: 0 };
const steps = 1200;
const pace = 0.5;
/** Keeps weights small where the questions do not ask for large ones. */
const shrink = 0.002;

/** The weights that explain the labels best. The same questions give the same weights. */
export function fitRefusal(questions: readonly Labelled[]): Weights {
  let weights = none;
  for (let step = 0; step < steps; step += 1) {
    let slope = none;
    for (const { signs, answer } of questions) {
      const miss = (probabilityOf(signs, weights) - (answer ? 1 : 0)) / questions.length;
      slope = {
        bias: slope.bias + miss,
        whole: slope.whole + miss * signs.whole,
        worstPart: slope.worstPart + miss * signs.worstPart,
        found: slope.found + miss * signs.found,
        strange: slope.strange + miss * signs.strange,
        followUp: slope.followUp + miss * signs.followUp,
      };
    }
    const moved = (name: keyof Signs) => weights[name] - pace * (slope[name] + shrink * weights[name]);
    weights = {
      bias: weights.bias - pace * slope.bias,
      whole: moved('whole'),
      worstPart: moved('worstPart'),
      found: moved('found'),
      strange: moved('strange'),
      followUp: moved('followUp'),
    };
  }
  return weights;
}
