// Makes any text safe to show in Slack: cleaned, clipped, escaped, and without formatting of its own (slack-platform.md §7.2).
import { graphemes } from '../domain/workflow/clean-text.ts';

/** What stands in for words that were erased. */
export const erasedWords = '(erased)';

const ellipsis = '…';

/** Control, direction and private-use characters and stray halves of pairs; the joiners inside emoji and scripts stay. */
const unprintable =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]/gu;

/** The longest run of marks on one letter that is still writing rather than a stack over its neighbours. */
const stackedMarks = /(\p{M}{6})\p{M}+/gu;

/** One line without control and direction characters or runs of blanks; may be empty. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(unprintable, '')
    .replace(stackedMarks, '$1')
    .replace(/ +/gu, ' ')
    .trim();
}

/** The same with its line breaks kept, at most one blank line in a row. */
export function manyLines(text: string): string {
  return text
    .split(/\r\n|\r|\n|\u0085|\u2028|\u2029/u)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The text, or its beginning and an ellipsis: at most `max` UTF-16 units, cut between graphemes. */
export function clipPlain(text: string, max: number): string {
  if (text.length <= max) return text;
  return join(graphemes(text.slice(0, max + 1_000)), max);
}

/** The same, cut between words where the words are short enough for that: for prose. */
export function clipProse(text: string, max: number): string {
  const clipped = clipPlain(text, max);
  const end = clipped.lastIndexOf(' ');
  return clipped === text || end < max / 2 ? clipped : `${clipped.slice(0, end).replace(/[\s,;:]+$/u, '')}…`;
}

/** Cards are drawn over and over from the same words, a framework's above all; so many are remembered for each width. */
const REMEMBERED = 500;
const made = new Map<number, Map<string, string>>();

/**
 * Words for a mrkdwn text: one line, at most `max` units after escaping, shown exactly as they are and never as a
 * mention, a link or formatting.
 */
export function words(text: string, max: number): string {
  const shown = made.get(max) ?? new Map<string, string>();
  const known = shown.get(text);
  if (known !== undefined) return known;
  const fresh = makeWords(text, max);
  if (shown.size >= REMEMBERED) shown.clear();
  made.set(max, shown.set(text, fresh));
  return fresh;
}

function makeWords(text: string, max: number): string {
  const line = withoutFormatting(oneLine(text).slice(0, max + 1_000));
  const whole = escapeSigns(line);
  // Nearly all words fit, and splitting them into graphemes is most of the cost of drawing a card.
  return whole.length <= max ? whole : join(graphemes(line).map(escapeSigns), max);
}

/** Cuts a text that is already mrkdwn, never inside an entity, a mention or a link. */
export function clipMarked(text: string, max: number): string {
  if (text.length <= max) return text;
  const parts = text.split(/(<[^<>]*>|&(?:amp|lt|gt);)/u);
  return join(
    parts.flatMap((part, index) => (index % 2 === 1 ? [part] : graphemes(part))),
    max,
  );
}

function join(parts: readonly string[], max: number): string {
  const whole = parts.join('');
  if (whole.length <= max) return whole;
  let clipped = '';
  for (const part of parts) {
    if (clipped.length + part.length + ellipsis.length > max) break;
    clipped += part;
  }
  return `${clipped.trimEnd()}${ellipsis}`;
}

/** Slack's three signs, as it asks for them: nothing else is decoded. */
function escapeSigns(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Replaces signs that mrkdwn would take for formatting by ones that look the same. An underscore inside a word formats
 * nothing and stays, so that a name such as order_id can still be copied.
 */
function withoutFormatting(text: string): string {
  return text
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/^>/u, '›');
}

/** A mention, built from an id only; anything that is no id of Slack's is shown as plain words. */
export function mention(person: string): string {
  return /^[UW][A-Z0-9]{1,30}$/.test(person) ? `<@${person}>` : words(person, 40);
}

/** Mentions of the first so many people, and how many more there are. */
export function mentions(people: readonly string[], most: number): string {
  const more = people.length - most;
  return [...people.slice(0, most).map(mention), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** A link. An address that is not of the web is left out; its signs that would end the link early are encoded. */
export function link(url: string, label: string): string {
  const target = escapeSigns(url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E'));
  return /^https?:\/\/\S+$/.test(target) ? `<${target}|${label}>` : label;
}

/** A day in the reader's own time zone; where Slack cannot say it, the day in UTC. `at` in milliseconds since 1970. */
export function dayWords(at: number): string {
  return `<!date^${Math.floor(at / 1_000)}^{date_short}|${new Date(at).toISOString().slice(0, 10)}>`;
}

const address = /(https?:\/\/[^\s<>|"'`\\]*[^\s<>|"'`\\.,;:!?)\]}])/u;

/** A note: like {@link words}, with the addresses in it made into links. At most `max` units. */
export function noteWords(text: string, max: number): string {
  const parts = oneLine(text)
    .slice(0, max + 1_000)
    .split(address);
  const pieces = parts.flatMap((part, index) =>
    index % 2 === 1 ? [`<${escapeSigns(part)}>`] : graphemes(withoutFormatting(part)).map(escapeSigns),
  );
  return join(pieces, max);
}
