// Answers a question about decisions with a private message.
import type { CardMessage } from '../cards/card.ts';
import { type ListenerParts, troubleOf } from '../listener-parts.ts';
import { hiddenSentences } from '../sentences.ts';
import { findDecisions } from './find-decisions.ts';
import { type ListFilter, type ListInput, listMessage } from './list-message.ts';

/** The message, or the sentence for what is in the way. */
export async function answerList(
  parts: ListenerParts,
  person: string,
  { looked, filter }: { readonly looked: ListInput['looked']; readonly filter: ListFilter },
): Promise<CardMessage> {
  try {
    const findings = await findDecisions(parts, person, looked);
    if (typeof findings === 'string') return { text: hiddenSentences[findings], blocks: [] };
    return listMessage({ looked, findings, filter, workspaceUrl: parts.workspace.url, now: parts.now() });
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return { text: trouble, blocks: [] };
  }
}
