// Tells why a question is not ours: the reason whose phrases it is most like.
import type { FeatureReader } from './question-features.ts';
import type { QuestionReason, SearchData } from './search-data.ts';

type Counts = { readonly phrases: number; readonly by: ReadonlyMap<string, number> };

/** A word never seen under a reason still leaves some doubt. Measured by cross-validation. */
const doubt = 0.1;

function count(texts: readonly string[], featuresOf: FeatureReader): Counts {
  const by = new Map<string, number>();
  for (const text of texts) for (const feature of featuresOf(text)) by.set(feature, (by.get(feature) ?? 0) + 1);
  return { phrases: texts.length, by };
}

/** Learns the reasons from their phrases. */
export function reasonFinder(
  notOurs: SearchData['notOurs'],
  featuresOf: FeatureReader,
): (text: string) => QuestionReason {
  const byReason = [...notOurs].map(([reason, texts]) => ({ reason, ...count(texts, featuresOf) }));
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
