// Shows in the modal "Why we ask" how far its explanation has come.
import type { WebClient } from '@slack/web-api';
import type { WhySurface } from '../application/converse/explain-to-asker.ts';
import type { Log } from '../application/log.ts';
import { type AskedId, type Framework, findQuestion } from '../domain/framework.ts';
import { updateView } from './update-view.ts';
import { type Explaining, whyWeAskView } from './views/why-we-ask.ts';

/** What showing works with. `framework` is the one in force: wording may be improved at any time. */
export type WhyModalParts = { readonly client: WebClient; readonly framework: Framework; readonly log: Log };

/** Which modal, for which question of which decision. */
export type WhyModal = { readonly view: string; readonly question: AskedId; readonly decision: string };

/** Shows the modal anew, or leaves it where it is closed or has changed since `hash`. Throws when nobody can know. */
export async function showWhy(
  parts: WhyModalParts,
  { view: viewId, question: id, decision }: WhyModal,
  explaining: Explaining & { readonly hash?: string },
): Promise<void> {
  const question = findQuestion(parts.framework, id);
  if (question === undefined) return;
  const view = whyWeAskView({ question, decision, explaining });
  await updateView(parts, { viewId, view, hash: explaining.hash });
}

/** The surface over Slack's Web API. */
export function createWhySurface(parts: WhyModalParts): WhySurface {
  return {
    show: (asked, explanation) =>
      showWhy(parts, asked, explanation === null ? { stage: 'failed' } : { stage: 'there', explanation }),
  };
}
