// Numbers the sources of a card in the order they are first cited.
import type { ContextBlock } from '@slack/types';
import type { SourceLink } from '../../domain/framework.ts';
import { limits } from '../limits.ts';
import { link, words } from '../text.ts';
import { context } from './blocks.ts';

/** Collects what a card cites. The same address keeps its number. */
export type Citations = {
  /** A mark for the end of a sentence, with a leading blank: the first of its sources, as a linked number. */
  mark(sources: readonly SourceLink[]): string;
  /** The numbered list of everything cited so far, as quiet blocks; none when nothing was cited. */
  list(): readonly ContextBlock[];
};

/** An empty collection for one card. */
export function citations(): Citations {
  const cited: SourceLink[] = [];
  return {
    mark(sources) {
      const [source] = sources;
      if (source === undefined) return '';
      const known = cited.findIndex(({ url }) => url === source.url);
      if (known < 0) cited.push(source);
      // Kept with the word before it, so that no number stands alone on a line.
      return `\u00a0${link(source.url, `[${known < 0 ? cited.length : known + 1}]`)}`;
    },
    list() {
      const lines = cited.map(({ url, title }, index) => `${index + 1}\u00a0${link(url, words(title, 80))}`);
      return inBlocks(lines, '\u00a0\u00a0·  ').map((line) => context(line));
    },
  };
}

/** Joins lines into as few texts as fit a context element each, never cutting one. */
function inBlocks(lines: readonly string[], separator: string): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    const joined = last === undefined ? line : `${last}${separator}${line}`;
    if (last !== undefined && joined.length <= limits.sectionText) texts[texts.length - 1] = joined;
    else texts.push(line);
  }
  return texts;
}
