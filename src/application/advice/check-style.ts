// Looks whether a claim that names a style as the advice names the verdict's.
import type { Style } from '../../domain/verdict/verdict.ts';
import type { VerdictFacts } from '../advisor.ts';

const styleWords: readonly (readonly [Exclude<Style, 'open'>, RegExp])[] = [
  ['orchestration', /\b[Oo]rchestrat(?!ors?\b)\w*|\bconductor\b|\bcentral coordinator\b/u],
  ['choreography', /\bchoreograph\w*/iu],
  [
    'hybrid',
    /\bhybrid\w*|\bsplit (?:it|this|your|the (?:work)?flow|up)\b|\bboth styles\b|\bmix(?:ture|ed)? (?:of|form|both)\b/iu,
  ],
];

/** Says what to do or what is right. */
const advice =
  /\b(?:should|ought to|need to|needs to|must|have to|has to|recommend\w*|advis\w+|suggest\w*|choose|chose|pick|go (?:with|for)|opt for|prefer\w*|favou?rs?|adopt|switch|move to|best|better|right (?:choice|style|one|fit)|suits?|fits?|verdict|result|conclusion|decision is|winner|wins?|points? to(?:wards?)?|use|stick (?:to|with))\b/iu;

/** Speaks of this workflow and not of workflows in general. */
const thisOne =
  /\b(?:you|your|yours|we|our|us|this (?:workflow|decision|team|case|flow|process)|the (?:team|verdict|recommendation|result)|here|downbeat|i)\b/iu;
const general =
  /\b(?:when|where|if|unless|for (?:flows|workflows|processes|steps|cases)|workflows? that|flows? that|whenever)\b/iu;
/** Names the winner outright, or tells the reader to take it. */
const flat =
  /(?:^|[,;:])\s*(?:so,? |then,? |just |simply )?(?:choose|pick|go (?:with|for)|adopt|prefer|use|take|switch to|move to)\b|\b(?:right|best|better|obvious|winning|only sensible) (?:choice|style|option|fit|answer|one)\b|\b(?:verdict|winner|answer|recommendation|right one) (?:is|says)\b|\b(?:should|must|has to|needs to) be (?:orchestrated|choreographed|split|a hybrid)\b|\bis (?:best|better|superior)\b|\bwins?\b/iu;
const rejected =
  /\b(?:over|rather than|instead of|not|never|against|away from|than|without|nor|avoid\w*|no longer)\b.*$/iu;

/** `style` when the claim advises another style than the verdict's; null otherwise. Without a verdict no style is advised. */
export function checkStyle(text: string, verdict: VerdictFacts | null): 'style' | null {
  const wrong = text.split(/(?<=[.!?;])\s+/u).some((sentence) => advisesOther(sentence, verdict));
  return wrong ? 'style' : null;
}

function advisesOther(sentence: string, verdict: VerdictFacts | null): boolean {
  const isAdvice = thisOne.test(sentence) ? advice.test(sentence) || isOrder(sentence) : isFlatAdvice(sentence);
  if (!isAdvice) return false;
  const advised = sentence.split(/[,;:]\s+/u).flatMap((clause) => stylesIn(clause.replace(rejected, '')));
  const named = stylesIn(sentence);
  if (named.length === 0) return false;
  if (verdict === null || verdict.style === 'open') return true;
  const { style, part } = verdict;
  if (advised.length === 0) return named.includes(style);
  if (style !== 'hybrid') return advised.some((candidate) => candidate !== style);
  const ofPart = part !== null && sentence.toLowerCase().includes(part.toLowerCase());
  return !advised.includes('hybrid') && advised.length < 2 && !ofPart;
}

/** "Orchestrate it." */
function isOrder(sentence: string): boolean {
  return /^\s*(?:so,? |just |then,? |please )?(?:orchestrate|choreograph|split)\b/iu.test(sentence);
}

/** Advice that speaks of no condition is about this workflow, whatever it says. */
function isFlatAdvice(sentence: string): boolean {
  return (flat.test(sentence) || isOrder(sentence)) && !general.test(sentence);
}

function stylesIn(text: string): readonly Style[] {
  return styleWords.filter(([, words]) => words.test(text)).map(([style]) => style);
}
