// Watch items in words: what is so now, and what would change the result.
import type { WatchItem } from '../../domain/reassessment/watch-items.ts';
import { words } from '../text.ts';
import type { CardInput } from './card.ts';
import { styleNames } from './style-names.ts';
import { labelOf, standingOption } from './wording.ts';

const observationRoom = 160;
const labelRoom = 40;

/** "A second team now owns a step": a plain observation, without a full stop. */
export function observation(item: WatchItem, { texts }: Pick<CardInput, 'texts'>): string {
  const said = item.changes
    .map(({ question, to }) =>
      words(texts.options[question][to]?.observation ?? `${question} is ${to}`, observationRoom),
    )
    .join(', and ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** What is recorded now, and where the observation would lead. */
export function consequence(
  item: WatchItem,
  { decision, framework }: Pick<CardInput, 'decision' | 'framework'>,
): string {
  const now = item.changes.map(({ question }) => {
    const option = standingOption(decision, question);
    const label = option === null ? 'not answered' : words(labelOf(framework, question, option), labelRoom);
    return `${question} ${label}`;
  });
  return `Now: ${now.join(', ')}. It would lead to ${styleNames[item.style]}.`;
}
