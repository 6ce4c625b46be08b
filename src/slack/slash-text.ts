// Reads what stands after `/decide`.

/** What was asked. Only exact words are subcommands; anything else with a letter in it is a title (design.md §2, Start). */
export type Asked =
  | { readonly kind: 'form' }
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'mine' }
  | { readonly kind: 'status' }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'title'; readonly title: string }
  /** `new` without a title. */
  | { readonly kind: 'title-missing' }
  /** Something without a single letter. */
  | { readonly kind: 'no-title'; readonly typed: string };

const LETTER = /\p{L}/u;

/** Reads the text after `/decide` or `decide`. Case does not count for subcommands; a title is kept as typed. */
export function readAsked(text: string): Asked {
  const typed = text.trim().replaceAll(/\s+/gu, ' ');
  if (typed === '') return { kind: 'form' };
  const lower = typed.toLowerCase();
  if (lower === 'help' || lower === 'list' || lower === 'mine' || lower === 'status') return { kind: lower };
  if (lower === 'new') return { kind: 'title-missing' };
  const title = lower.startsWith('new ') ? typed.slice('new '.length).trim() : typed;
  if (lower.startsWith('search ') && LETTER.test(typed.slice('search '.length)))
    return { kind: 'search', words: typed.slice('search '.length).trim() };
  return LETTER.test(title) ? { kind: 'title', title } : { kind: 'no-title', typed };
}
