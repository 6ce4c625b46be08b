// The curated cues: words by which a message plainly answers a question, or touches one.
import type { QuestionId } from '../../domain/framework.ts';

/** One cue: where a sentence matches, it answers the question with the option. */
export type Cue = { readonly question: QuestionId; readonly option: string; readonly patterns: readonly RegExp[] };

/** What an argument is about when no cue says which answer it would be. */
export type Topic = { readonly question: QuestionId; readonly pattern: RegExp };

/** All cues, and topics in the order they are looked at. Written in knowledge/cues.yaml, loaded at start. */
export type Cues = { readonly cues: readonly Cue[]; readonly topics: readonly Topic[] };

/** An answer that somebody's words would be. It is recorded only when a person confirms it. */
export type Proposal = {
  readonly question: QuestionId;
  readonly option: string;
  /** The person's own words, exactly as they stand in the message: the reason. */
  readonly words: string;
  readonly by: 'cues' | 'model';
};

/** Questions, guesses, wishes and conditions state nothing about the workflow. */
const unstated =
  /\?|\b(?:if|maybe|perhaps|might|could|would|should|suppose|supposing|imagine|assume|assuming|hopefully|probably|possibly|i (?:guess|think|believe|wonder|hope|wish)|not sure|unsure|what about|let's say|say that|unless|whether|used to|no longer|not true|wrong|isn't it|joke|joking|kidding|lol)\b/iu;
/** A sentence that denies the fact it names. */
const denied = /\b(?:it is|it's|that is|that's) not (?:true|the case|so)\b|\bnot because\b|^\s*(?:no|nope),/iu;
/** Words of somebody who speaks to Downbeat instead of about the workflow. */
const order =
  /\b(?:record|set|change|answer|choose|select|ignore|pretend|put|mark|write|propose|note) (?:that|this|it|the|all|down|question|\d)/iu;
/** A conditional "fine as long as" and "nobody minds if" state something all the same. */
const statedAnyway = /\b(?:as long as|minds?|cares?|complains?)\b.{0,12}\b(?:if|when)\b|\bas long as\b/iu;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a message, exactly as they stand there. */
function sentencesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** Whether a sentence plainly states something. */
export function isStatement(sentence: string): boolean {
  const bare = statedAnyway.test(sentence) ? sentence.replace(/\bif\b|\bwould\b/giu, '') : sentence;
  return !unstated.test(bare) && !denied.test(sentence) && !order.test(sentence) && !/^\s*>/u.test(sentence);
}

/**
 * The answer a message plainly gives, by the curated cues alone; null when there is none, or two that contradict each
 * other. Never records anything.
 */
export function proposeFromCues(text: string, { cues }: Cues): Proposal | null {
  const matches = sentencesOf(text)
    .filter(isStatement)
    .flatMap((sentence) => matchesIn(sentence, cues));
  const [first] = matches;
  if (first === undefined) return null;
  const agrees = matches.every(({ question, option }) => question !== first.question || option === first.option);
  return agrees ? first : null;
}

/** The cues a sentence matches. */
export function matchesIn(sentence: string, cues: readonly Cue[]): readonly Proposal[] {
  return cues
    .filter(({ patterns }) => patterns.some((pattern) => pattern.test(sentence)))
    .map(({ question, option }) => ({ question, option, words: sentence, by: 'cues' }));
}
