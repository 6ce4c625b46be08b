// Cuts one line of the workflow grammar into its head and its clauses (docs/workflow.md).

const keyword =
  /^(?:undo|compensate|compensation|event|publishes|deadline|within|timeout|waits? for|after|person|human|manual|optional|if)(?![\p{L}\p{N}_])/iu;

/** The beginning of a clause that cannot be prose. */
const certain = /^(?:undo|deadline|event)\s*[:：=]|^waits for\s/iu;

/** The head of a line (who: what) and the clauses after it, quotes still in place. */
export type LineParts = { readonly head: string; readonly clauses: readonly string[] };

/**
 * Cuts at `/`, `|` or `;` outside quotes. A slash inside a word (`A/B`) is text, as is one before something
 * that is no clause and has no blank on both sides. A comma cuts only before a clause that cannot be prose.
 */
export function cutLine(line: string): LineParts {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  let closing = line.length;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '\\' && quoted) at += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (at === closing || cutsHere(line, at))) {
      if (opensHere(line, at)) closing = closingOf(line, at);
      pieces.push(line.slice(from, at).trim());
      from = at + 1;
    }
  }
  pieces.push(line.slice(from).trim());
  const [head = '', ...clauses] = pieces;
  return { head, clauses: clauses.filter((clause) => clause !== '') };
}

function cutsHere(line: string, at: number): boolean {
  const char = line.charAt(at);
  const next = line.slice(at + 1).trimStart();
  if (char === ',' || char === '，') return certain.test(next);
  if (opensHere(line, at)) return true;
  if (char !== '/' && char !== '|' && char !== ';' && char !== '／') return false;
  const blanksAround = /\s/u.test(line.charAt(at - 1)) && /^\s|^$/u.test(line.charAt(at + 1));
  return blanksAround || char === ';' || keyword.test(next);
}

function opensHere(line: string, at: number): boolean {
  return /[(（]/u.test(line.charAt(at)) && certain.test(line.slice(at + 1).trimStart());
}

/** Where the bracket opened at a place is closed, outside quotes; the line's length where it never is. */
function closingOf(line: string, opening: number): number {
  const hidden = hideQuoted(line);
  let depth = 0;
  for (let at = opening; at < hidden.length; at += 1) {
    if (/[(（]/u.test(hidden.charAt(at))) depth += 1;
    if (/[)）]/u.test(hidden.charAt(at))) depth -= 1;
    if (depth === 0) return at;
  }
  return hidden.length;
}

/** Finds the first of some separators outside quotes and gives the text on both sides of it. */
export function splitOnce(text: string, separator: RegExp): readonly [string, string] | undefined {
  const hidden = hideQuoted(text);
  const found = separator.exec(hidden);
  if (found === null) return undefined;
  return [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()];
}

/** Cuts a list at commas, `and`, `&` and `+` outside quotes. */
export function splitList(text: string): readonly string[] {
  const first = splitOnce(text, /\s*[,，、&+]\s*(?:and\s+)?|\s+and\s+/iu);
  if (first === undefined) return text.trim() === '' ? [] : [text.trim()];
  return [...(first[0] === '' ? [] : [first[0]]), ...splitList(first[1])];
}

/** Takes the quotes off a value: inside them everything is text, `\"` is a quote and `\\` a backslash. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  if (!/^"(?:[^"\\]|\\.)*"$/u.test(trimmed)) return trimmed;
  return trimmed.slice(1, -1).replace(/\\(.)/gu, '$1');
}

/** Puts quotes around a value that would otherwise be read as something else. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/gu, '\\$&')}"`;
}

function hideQuoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/gu, (part) => '"'.repeat(part.length));
}
