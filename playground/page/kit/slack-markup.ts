// Makes Slack's own markup safe for the renderer, whose parser is a Markdown parser with Slack's mentions added.

/** Word joiner: invisible, and enough to keep Markdown from seeing a sign where Slack sees text. */
const joiner = '\u2060';

/** Lines that are a heading, a rule, a link definition, a table or indented code in Markdown and plain text in Slack. */
const markdownOnlyLine = /^(?=\s{0,3}(?:#{1,6}\s|[-=*_]{3,}\s*$|\[|\||~~~)|\s{4,}\S)/gm;

/** Slack markup with its three entities resolved and everything Slack would not interpret neutralised. */
export function safeMarkup(text: string): string {
  return text
    .replace(markdownOnlyLine, joiner)
    .replaceAll('&lt;', `<${joiner}`)
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', `&${joiner}`);
}

/** Plain text for a label or an announcement: entities resolved, link and mention syntax reduced to its words. */
export function plainWords(text: string): string {
  return text
    .replace(/<(?:https?|mailto)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/**
 * A copy of a block in which every mrkdwn text object went through {@link safeMarkup}. Its `verbatim` is left out: in
 * Slack it only stops bare addresses from becoming links, the renderer would stop formatting altogether.
 */
export function withSafeMarkup(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withSafeMarkup);
  if (typeof json !== 'object' || json === null) return json;
  const isMarkup = 'type' in json && json.type === 'mrkdwn';
  const entries = Object.entries(json).filter(([key]) => !(isMarkup && key === 'verbatim'));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      isMarkup && key === 'text' && typeof value === 'string' ? safeMarkup(value) : withSafeMarkup(value),
    ]),
  );
}
