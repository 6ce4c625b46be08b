// Reads YAML and finds the line a path of keys stands on, so that a complaint can point at it.
import { EVENT_ID, type Event, getScalarValue, load, parseEvents, YAMLException } from 'js-yaml';

/** Parsed YAML with its lines. */
export type YamlWithLines =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** The line of the deepest key on the path that exists; 1 for an empty path. */
      readonly lineOf: (path: readonly PropertyKey[]) => number;
    }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** Where a node begins in the list of events, and the text's place to name for it. */
type Place = { readonly at: number; readonly offset: number };

function startOf(event: Event | undefined): number | null {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.start;
  return null;
}

/** The nodes directly inside the mapping or sequence that opens at a place: keys and values in turns, or entries. */
function childrenOf(events: readonly Event[], opening: number): readonly number[] {
  const children: number[] = [];
  let depth = 0;
  for (let at = opening; at < events.length; at += 1) {
    const type = events[at]?.type;
    if (type === EVENT_ID.POP) depth -= 1;
    else if (depth === 1) children.push(at);
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    if (depth === 0) break;
  }
  return children;
}

function step(
  { text, events }: { text: string; events: readonly Event[] },
  place: Place,
  key: PropertyKey,
): Place | null {
  const children = childrenOf(events, place.at);
  if (events[place.at]?.type === EVENT_ID.SEQUENCE) {
    const at = typeof key === 'number' ? children[key] : undefined;
    return at === undefined ? null : { at, offset: startOf(events[at]) ?? place.offset };
  }
  const isKey = (at: number, order: number) => {
    const event = events[at];
    return order % 2 === 0 && event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === String(key);
  };
  const order = children.findIndex(isKey);
  const value = children[order + 1];
  if (order < 0 || value === undefined) return null;
  return { at: value, offset: startOf(events[children[order] ?? -1]) ?? place.offset };
}

/** Events are made only for a complaint: reading alone is several times as fast. */
function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  const events = parseEvents(text, {});
  let place: Place = { at: events.findIndex((event) => startOf(event) !== null), offset: 0 };
  for (const key of path) {
    const next = step({ text, events }, place, key);
    if (next === null) break;
    place = next;
  }
  return text.slice(0, place.offset).split('\n').length;
}

/** Parses one YAML document; a mistake of syntax, a doubled key included, is told with its line. */
export function readYaml(text: string): YamlWithLines {
  try {
    return { ok: true, value: load(text), lineOf: (path) => lineOfPath(text, path) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { ok: false, line: (error.mark?.line ?? 0) + 1, reason: error.reason };
  }
}
