// Says how the decisions of a channel stand.
import type { ListenerParts } from './listener-parts.ts';
import { troubleOf } from './listener-parts.ts';
import { permalink } from './permalink.ts';
import { statusText } from './sentences.ts';

/** How many decisions are read; the sentence shows the newest and counts the rest. */
const READ = 50;
/** Shown for a title whose words were erased. */
const ERASED = '(erased)';

/** The text for `/decide status`: the channel's decisions, touched last first, or the sentence for a failing store. */
export async function channelStatus(parts: ListenerParts, channel: string): Promise<string> {
  try {
    const listed = await parts.lists.inChannel(parts.workspace.key, channel, READ);
    const summaries = listed.flatMap((entry) =>
      entry.ok && entry.summary.status !== 'withdrawn' ? [entry.summary] : [],
    );
    const titles = await parts.lists.titles(parts.workspace.key, summaries);
    return statusText(
      summaries.map((summary) => ({
        summary,
        title: titles.get(summary.decisionId) ?? ERASED,
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
