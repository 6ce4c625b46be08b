// An answer while it is being made: claims are shown as they are added, each once.
import type { Advisor } from '../advisor.ts';
import type { Found, Library } from '../library.ts';
import type { Answer, CheckedClaim, DropReason, NoAnswer, NumberedClaim } from './answer.ts';
import type { OnClaim } from './asked.ts';
import { createSourceList, linksOf } from './number-sources.ts';
import { contentStems } from './words-of.ts';

/** Claims an answer has at most: more is not read in a thread. */
const MOST_CLAIMS = 6;
/** Passages named where there is no answer. */
const MOST_NEAREST = 3;

/** What a draft starts from. */
export type DraftParts = {
  readonly library: Library;
  readonly advisor: Advisor | null;
  readonly found: readonly Found[];
  readonly onClaim: OnClaim;
};

/** A draft. */
export type Draft = {
  readonly found: readonly Found[];
  /** Shows a checked claim, unless it was said already or the answer is full. */
  add(claim: CheckedClaim): void;
  /** Counts claims that were dropped. */
  drop(reason: DropReason, count?: number): void;
  /** How many claims have been shown. */
  size(): number;
  finish(by: 'model' | 'passages', fallback: Answer['fallback']): Answer;
  none(reason: NoAnswer): Answer;
};

/** An empty draft. */
export function createDraft({ library, advisor, found, onClaim }: DraftParts): Draft {
  const sources = createSourceList(new Map(found.map(({ passage }) => [passage.id, passage])));
  const claims: NumberedClaim[] = [];
  const said = new Set<string>();
  const dropped = new Map<DropReason, number>();

  function drop(reason: DropReason, count = 1): void {
    if (count > 0) dropped.set(reason, (dropped.get(reason) ?? 0) + count);
  }

  function close(answer: Pick<Answer, 'by' | 'nearest' | 'noAnswer' | 'fallback'>): Answer {
    return {
      ...answer,
      claims: [...claims],
      sources: sources.list(),
      dropped: Object.fromEntries(dropped),
      versions: { knowledge: library.version, advisor: answer.by === 'passages' ? null : (advisor?.version ?? null) },
    };
  }

  return {
    found,
    drop,
    add(claim) {
      const sense = contentStems(claim.text).join(' ');
      if (said.has(sense)) return drop('repeated');
      if (claims.length === MOST_CLAIMS) return;
      said.add(sense);
      const numbered = sources.number(claim);
      claims.push(numbered);
      onClaim(numbered, sources.list());
    },
    size: () => claims.length,
    finish: (by, fallback) => close({ by, nearest: [], noAnswer: null, fallback }),
    none(noAnswer) {
      const nearest = found.slice(0, MOST_NEAREST).map(({ passage }) => {
        return { passage: passage.id, title: passage.title, links: linksOf(passage) };
      });
      return close({ by: 'none', nearest, noAnswer, fallback: null });
    },
  };
}
