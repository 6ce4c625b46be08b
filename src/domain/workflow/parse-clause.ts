// Reads one clause of a workflow line, such as `undo: release` or `if refused -> undo`.
import { splitList, splitOnce, unquote } from './line-text.ts';

/** A branch as written: where it leads is not yet looked up. */
export type WrittenBranch = { readonly when: string; readonly target: string };

/** What one clause says. */
export type Clause =
  | { readonly kind: 'undo' | 'event' | 'deadline'; readonly text: string }
  | { readonly kind: 'waitsFor'; readonly names: readonly string[] }
  | { readonly kind: 'person' }
  | { readonly kind: 'optional' }
  | { readonly kind: 'branch'; readonly branch: WrittenBranch }
  | { readonly kind: 'problem'; readonly message: string };

const patterns = {
  undo: /^(?:undo|compensate|compensation)(?![\p{L}\p{N}_])\s*(?:with|by)?\s*[:：=]?\s*/iu,
  event: /^(?:event|publishes)(?![\p{L}\p{N}_])\s*[:：=]?\s*/iu,
  deadline: /^(?:deadline|timeout|within)(?![\p{L}\p{N}_])\s*[:：=]?\s*/iu,
  waitsFor: /^(?:waits? for|after)(?![\p{L}\p{N}_])\s*[:：=]?\s*/iu,
  person: /^(?:by an? |an? )?(?:person|human|manual)\s*[.!]?$/iu,
  optional: /^optional(?:ly)?\s*[.!]?$/iu,
  branch: /^(?:or |else )?if\s+/iu,
} as const;

/** What leads from a branch's condition to where it goes; all of them mean the same. */
const leadsTo = /\s*(?:->|=>|→|⇒|>)\s*|\s+then\s+|\s*[:：]\s*/iu;

/** Reads a clause, forgivingly; what is not understood comes back as a problem in friendly words. */
export function parseClause(clause: string): Clause {
  if (patterns.person.test(clause)) return { kind: 'person' };
  if (patterns.optional.test(clause)) return { kind: 'optional' };
  if (patterns.branch.test(clause)) return parseBranch(clause.replace(patterns.branch, ''));
  if (patterns.waitsFor.test(clause)) {
    const names = splitList(clause.replace(patterns.waitsFor, ''));
    return names.length === 0 ? missing('waits for', 'waits for 1 and 2') : { kind: 'waitsFor', names };
  }
  if (patterns.undo.test(clause)) return readValue('undo', clause, 'undo: release authorisation');
  if (patterns.event.test(clause)) return readValue('event', clause, 'event: card authorised');
  if (patterns.deadline.test(clause)) return readValue('deadline', clause, 'deadline: 24 hours');
  return {
    kind: 'problem',
    message: `I did not understand “${shorten(clause)}”. After a slash I know: undo, event, deadline, waits for, person, optional, if … -> …`,
  };
}

/** Shortens what is quoted back to a person. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text;
}

function parseBranch(text: string): Clause {
  const parts = splitOnce(text, leadsTo);
  const example = 'if refused -> undo';
  if (parts === undefined || parts[0] === '' || parts[1] === '') {
    return { kind: 'problem', message: `A branch says when and where to: “${example}”.` };
  }
  return { kind: 'branch', branch: { when: unquote(parts[0]), target: parts[1] } };
}

function readValue(kind: 'undo' | 'event' | 'deadline', clause: string, example: string): Clause {
  const text = unquote(clause.replace(patterns[kind], ''));
  return text === '' ? missing(kind, example) : { kind, text };
}

function missing(what: string, example: string): Clause {
  return { kind: 'problem', message: `Something is missing after “${what}”, for example “${example}”.` };
}
