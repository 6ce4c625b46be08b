// Offers a newer version of the framework, with what the old answers give under it.
import { differenceSinceAcceptance } from '../../domain/decision/since-acceptance.ts';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { actions, button, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { headline } from './headline.ts';
import { nothing, type Piece } from './piece.ts';
import { signed } from './wording.ts';

/** What the offer is made from: a card, or a modal about one. */
type OfferInput = Pick<
  CardInput,
  'acceptedFramework' | 'card' | 'decision' | 'framework' | 'newerFramework' | 'texts' | 'words'
>;

/** The offer, or nothing where the decision counts by the version in force. `value` is what its button carries. */
export function newVersionPiece(
  input: OfferInput,
  value: ActionValue = { decision: input.decision.decisionId, card: input.card },
): Piece {
  const { acceptedFramework, decision, framework, newerFramework } = input;
  if (newerFramework === undefined) return nothing;
  const versions = { accepted: acceptedFramework ?? framework, now: newerFramework };
  const under = differenceSinceAcceptance(decision, versions)?.newFrameworkOnly;
  if (under === undefined) return nothing;
  const same = under.style === decision.acceptance?.verdict.style;
  const result = `${headline(under, input)} (${signed(under.score)})`;
  const line = `The framework has a new version. Under it the old answers ${same ? 'still give' : 'would give'}: ${result}.`;
  const use = button({ id: actionIds.newVersion(), label: 'Use the new version', value: encodeActionValue(value) });
  return { text: line, blocks: [section(line), actions([use])] };
}
