// Learns how much each feature of a question speaks for us or against: logistic regression over examples of both kinds.
import type { Steps } from '../in-steps.ts';

/** A text's features, whether it is a question to us, and what it counts. */
export type Example = {
  readonly features: ReadonlySet<string>;
  readonly ours: boolean;
  /** Above 0. */
  readonly weight: number;
};

/** How much features speak for us, as log odds: above 0 for, below against. Features never seen say nothing. */
export type WordModel = (features: ReadonlySet<string>) => number;

/** Measured by cross-validation: more passes do little, and weights kept smaller or larger lose. */
const passes = 15;
const pace = 0.5;
const shrink = 0.01;
const biasPace = 0.01;
/** Keeps the first steps of a feature small. */
const startingSlope = 0.01;

type Document = { readonly features: Int32Array; readonly ours: boolean; readonly weight: number };
type Learned = { readonly places: ReadonlyMap<string, number>; readonly weights: Float64Array; readonly bias: number };

/** A long text has more features, not more to say: their sum is divided by the root of their number. */
function scaleOf(count: number): number {
  return 1 / Math.sqrt(Math.max(1, count));
}

/** Examples read in one step. */
const batch = 1_000;

function* numbered(examples: readonly Example[], places: Map<string, number>): Steps<Document[]> {
  const weightOf = (ours: boolean) =>
    examples.reduce((sum, example) => sum + (example.ours === ours ? example.weight : 0), 0);
  /** Both kinds together count alike, however many examples each has. */
  const balance = weightOf(false) / Math.max(1, weightOf(true));
  const documents: Document[] = [];
  for (const { features, ours, weight } of examples) {
    const own = Int32Array.from(features, (feature) => {
      const place = places.get(feature) ?? places.size;
      places.set(feature, place);
      return place;
    });
    documents.push({ features: own, ours, weight: ours ? weight * balance : weight });
    if (documents.length % batch === 0) yield;
  }
  return documents;
}

/** The same order every time: a linear congruential generator with the constants of the C standard's example. */
function shuffler(): (documents: Document[]) => void {
  let state = 1;
  return (documents) => {
    for (let at = documents.length - 1; at > 0; at -= 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const other = state % (at + 1);
      const [one, two] = [documents[at], documents[other]];
      if (one !== undefined && two !== undefined) [documents[at], documents[other]] = [two, one];
    }
  };
}

/** Gradient descent with a pace of its own for each feature (AdaGrad). */
function* learn(examples: readonly Example[]): Steps<Learned> {
  const places = new Map<string, number>();
  const documents = yield* numbered(examples, places);
  const weights = new Float64Array(places.size);
  const slopes = new Float64Array(places.size).fill(startingSlope);
  let bias = 0;
  const step = ({ features, ours, weight }: Document): void => {
    const scale = scaleOf(features.length);
    let sum = bias;
    for (const place of features) sum += (weights[place] ?? 0) * scale;
    const miss = (1 / (1 + Math.exp(-sum)) - (ours ? 1 : 0)) * weight;
    bias -= biasPace * miss;
    for (const place of features) {
      const before = weights[place] ?? 0;
      const slope = miss * scale + shrink * before;
      const slopeSquares = (slopes[place] ?? 0) + slope * slope;
      slopes[place] = slopeSquares;
      weights[place] = before - (pace * slope) / Math.sqrt(slopeSquares);
    }
  };
  const shuffle = shuffler();
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(documents);
    documents.forEach(step);
    yield;
  }
  return { places, weights, bias };
}

/** Learns from examples; the same examples in the same order give the same model. */
export function* learnWords(examples: readonly Example[]): Steps<WordModel> {
  const { places, weights, bias } = yield* learn(examples);
  return (features) => {
    let sum = 0;
    let known = 0;
    for (const feature of features) {
      const place = places.get(feature);
      if (place === undefined) continue;
      known += 1;
      sum += weights[place] ?? 0;
    }
    return bias + sum * scaleOf(known);
  };
}
