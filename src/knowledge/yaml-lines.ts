// Reads YAML and finds the line a path of keys stands on, so that a complaint can point at it.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Parsed YAML with its lines. */
export type YamlWithLines =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** The line of the deepest key on the path that exists; 1 for an empty path. */
      readonly lineOf: (path: readonly PropertyKey[]) => number;
    }
  | { readonly ok: false; readonly line: number; readonly reason: string };

type Place = { readonly node: unknown; readonly offset: number };

function step({ node, offset }: Place, key: PropertyKey): Place | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    if (pair === undefined) return null;
    return { node: pair.value, offset: isScalar(pair.key) ? startOf(pair.key, offset) : offset };
  }
  if (isSeq<Node>(node) && typeof key === 'number') {
    const item = node.items[key];
    return item === undefined ? null : { node: item, offset: startOf(item, offset) };
  }
  return null;
}

function startOf(node: Node, fallback: number): number {
  return node.range?.[0] ?? fallback;
}

/** Parses one YAML document; a mistake of syntax, a doubled key included, is told with its line. */
export function readYaml(text: string): YamlWithLines {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return { ok: false, line: lines.linePos(error.pos[0]).line, reason: error.message };
  const value: unknown = document.toJS();
  const lineOf = (path: readonly PropertyKey[]): number => {
    let place: Place = { node: document.contents, offset: 0 };
    for (const key of path) {
      const next = step(place, key);
      if (next === null) break;
      place = next;
    }
    return Math.max(1, lines.linePos(place.offset).line);
  };
  return { ok: true, value, lineOf };
}
