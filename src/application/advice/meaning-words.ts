// The words by which claims are turned round, swapped or made stronger. Curated; English only, as claims are.

/** Words that make a claim absolute; where one stands, it or one of its likes has to stand in the sentences quoted. */
export const absolutes: readonly { readonly words: readonly string[]; readonly likes: readonly string[] }[] = [
  {
    words: ['always', 'every', 'all', 'any', 'whenever'],
    likes: ['each', 'everything', 'everyone', 'both', 'nobody', 'no'],
  },
  { words: ['must', 'should'], likes: ['has', 'have', 'needs', 'need', 'belongs', 'deserves'] },
  { words: ['never'], likes: ['no', 'not', 'none', 'nobody', 'nothing'] },
  { words: ['only', 'solely'], likes: ['merely', 'just', 'alone', 'nothing'] },
  { words: ['guarantees', 'guarantee', 'guaranteed', 'ensures'], likes: ['promises', 'makes'] },
  { words: ['entirely', 'completely', 'fully', 'wholly'], likes: ['whole', 'all'] },
  { words: ['automatically'], likes: ['automatic'] },
  { words: ['immediately', 'instantly'], likes: [] },
  { words: ['impossible', 'cannot'], likes: ['nobody', 'no', 'not', 'never'] },
  { words: ['certainly', 'proven', 'proves', 'definitely', 'exactly'], likes: [] },
  { words: ['best', 'worst'], likes: [] },
];

/** Words of somebody who is not sure. */
export const hedge =
  /\b(?:may|might|could|seems?|apparently|possibly|probably|perhaps|reportedly|sometimes|often|usually|rarely|in theory|appears?)\b/iu;

/** Conditions: what holds under one does not hold without. */
export const condition =
  /\b(?:if|when|whenever|unless|where|as long as|until|once|provided|only for|in case|for|while|depends?)\b/iu;

/** Somebody's opinion: said without them it becomes a fact. */
export const opinion = /\b(?:argues?|claims?|believes?|maintains?|thinks?|suspects?|sees|calls?|opinion|view)\b/iu;
/** What tells that it is somebody's. */
export const attribution =
  /\b(?:argues?|claims?|believes?|maintains?|thinks?|suspects?|sees|says?|states?|according to|calls?|opinion|view|finds?|recommends?)\b/iu;

/** Words that contradict each other. */
export const opposites: readonly (readonly [string, string])[] = [
  ['more', 'less'],
  ['more', 'fewer'],
  ['many', 'few'],
  ['higher', 'lower'],
  ['high', 'low'],
  ['before', 'after'],
  ['always', 'never'],
  ['easy', 'hard'],
  ['easier', 'harder'],
  ['simpler', 'harder'],
  ['faster', 'slower'],
  ['increases', 'decreases'],
  ['grows', 'shrinks'],
  ['weaker', 'stronger'],
  ['weak', 'strong'],
  ['loose', 'tight'],
  ['visible', 'hidden'],
  ['gains', 'loses'],
  ['first', 'last'],
  ['first', 'only'],
  ['same', 'different'],
  ['allowed', 'forbidden'],
  ['minimum', 'maximum'],
  ['inside', 'outside'],
  ['stateful', 'stateless'],
  ['synchronous', 'asynchronous'],
  ['reversible', 'irreversible'],
  ['safe', 'dangerous'],
  ['cheap', 'expensive'],
  ['upstream', 'downstream'],
  ['open', 'closed'],
  ['central', 'decentralised'],
  ['stable', 'unstable'],
  ['mandatory', 'optional'],
  ['required', 'optional'],
  ['favours', 'opposes'],
  ['supports', 'opposes'],
  ['succeeds', 'fails'],
  ['advantage', 'drawback'],
  ['benefit', 'cost'],
  ['remove', 'add'],
  ['enough', 'insufficient'],
  ['can', 'cannot'],
  ['forward', 'backward'],
];

/** Things a sentence sets against each other, by how their words begin: what is said of one is not said of the other. */
export const contrasts: readonly (readonly [string, string])[] = [
  ['orchestrat', 'choreograph'],
  ['command', 'event'],
  ['synchron', 'asynchron'],
  ['publish', 'subscrib'],
  ['sender', 'receiver'],
  ['compensable', 'retryable'],
  ['retry', 'compensat'],
  ['thin', 'fat'],
  ['inbox', 'outbox'],
  ['standard', 'express'],
  ['internal', 'external'],
];
