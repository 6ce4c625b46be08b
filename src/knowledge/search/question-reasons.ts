// Tells why a question is not ours: the reason whose phrases it is most like.
import type { FeatureReader } from './question-features.ts';
import type { QuestionReason } from './search-data.ts';

type Counts = { readonly phrases: number; readonly by: ReadonlyMap<string, number> };

/** A word never seen under a reason still leaves some doubt. Measured by cross-validation. */
const doubt = 0.1;

function count(phrases: readonly ReadonlySet<string>[]): Counts {
  const by = new Map<string, number>();
  for (const features of phrases) for (const feature of features) by.set(feature, (by.get(feature) ?? 0) + 1);
  return { phrases: phrases.length, by };
}

/** Learns the reasons from the features of their phrases. */
export function reasonFinder(
  notOurs: ReadonlyMap<QuestionReason, readonly ReadonlySet<string>[]>,
  featuresOf: FeatureReader,
): (text: string) => QuestionReason {
  const byReason = [...notOurs].map(([reason, phrases]) => ({ reason, ...count(phrases) }));
  return (text) => {
    const features = [...featuresOf(text)].filter((feature) => byReason.some(({ by }) => by.has(feature)));
    let best: { readonly reason: QuestionReason; readonly likeness: number } = {
      reason: 'other-subject',
      likeness: Number.NEGATIVE_INFINITY,
    };
    for (const { reason, phrases, by } of byReason) {
      const share = (feature: string) => Math.log(((by.get(feature) ?? 0) + doubt) / (phrases + 2 * doubt));
      const likeness = features.reduce((sum, feature) => sum + share(feature), 0);
      if (likeness > best.likeness) best = { reason, likeness };
    }
    return best.reason;
  };
}
