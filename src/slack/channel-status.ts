// Says how the decisions of a channel stand.
import { type ListenerParts, troubleOf } from './listener-parts.ts';
import { stateWords } from './lists/decision-line.ts';
import { findDecisions } from './lists/find-decisions.ts';
import { permalink } from './permalink.ts';
import { hiddenSentences, statusText } from './sentences.ts';
import { erasedWords } from './text.ts';

/**
 * The text for `/decide status`: the channel's decisions, touched last first, for a person who is in the channel; or the
 * sentence for what is in the way.
 */
export async function channelStatus(parts: ListenerParts, person: string, channel: string): Promise<string> {
  try {
    const findings = await findDecisions(parts, person, { kind: 'list', channel });
    if (typeof findings === 'string') return hiddenSentences[findings];
    return statusText(
      findings.found.map(({ summary, title }) => ({
        title: title ?? erasedWords,
        state: stateWords(summary, parts.now()),
        owner: summary.owner,
        url:
          summary.place === null
            ? null
            : permalink(parts.workspace.url, { channel: summary.place.channel, ts: summary.place.threadTs }),
      })),
    );
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return trouble;
  }
}
