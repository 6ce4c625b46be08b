// Takes a text apart into words and their stems, the coin the lexical checks pay in.

/** Words that carry no matter of their own; negations and quantifiers are looked at elsewhere. */
const emptyWords: ReadonlySet<string> = new Set(
  `a an the this that these those there here it its they them their he she we you your our us i me my
  and or but so as at by for from in into of off on onto out over per to up upon via with within than then
  is are was were be been being am do does did doing done has have had having will would shall should can could may
  might must need not no nor yes if when where while because since until unless although though whether which who whom
  whose what why how also even still just only very too more most less least much many few some any all each every both
  either neither one ones other others another such same own about after before again against between during through
  under above below already always never often usually sometimes rather quite else instead whenever however therefore
  thus hence yet once let lets get gets make makes made take takes takes use uses used using mean means meaning thing
  things way ways case cases called say says said like good well lot kind nothing nobody none without cannot isn't
  don't doesn't aren't won't can't ever`.split(/\s+/u),
);

/** Endings taken off, longest first, where at least three letters stay. A light stemmer: enough to compare, not to show. */
const endings =
  /(?<=\p{L}{3})(?:ations?|ators?|ating|ated|ates?|ions?|ively|ives?|ically|ical|ics?|ments?|nesses|ness|ities|ity|ingly|edly|ings?|ers?|ors?|ied|ies|ed|es|ly|ably|ables?|ibles?|ances?|ences?|ants?|ents?|s|e|y)$/u;

/** The words of a text, in lower case, digits and inner signs kept (`1.15`, `event-driven`, `isn't`). */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['.,_-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The stem of one word in lower case. */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/u, '').replaceAll(/['_-]/gu, '');
  const once = bare.replace(endings, '');
  return once.replace(endings, '').replace(/(\p{L})\1$/u, '$1');
}

/** The stems of the words that carry matter, in order, repeats kept. Compounds count as their parts. */
export function contentStems(text: string): readonly string[] {
  return wordsOf(text.replaceAll('-', ' '))
    .filter((word) => !emptyWords.has(word) && (word.length > 1 || /\p{N}/u.test(word)))
    .map(stem);
}
