// Search by meaning beside search by words, where an embeddings endpoint is configured: both orders are fused.
import type { Embedder, Found, Library, LibraryQuestion } from '../application/library.ts';

/** Reciprocal rank fusion's damping, as its authors chose it (Cormack, Clarke and Büttcher, 2009). */
const damping = 60;
/** How many passages the meaning contributes. */
const nearest = 20;
const most = 10;

type Vector = readonly number[];

/** Fuses orders of ids into one: an id counts the more, the nearer it stands to the front, and in the more orders. */
export function fuseByReciprocalRank(orders: readonly (readonly string[])[]): readonly string[] {
  const scores = new Map<string, number>();
  for (const order of orders) {
    for (const [place, id] of order.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (damping + place + 1));
  }
  return [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

function likeness(one: Vector, other: Vector): number {
  let product = 0;
  let oneSquared = 0;
  let otherSquared = 0;
  for (const [at, value] of one.entries()) {
    const second = other[at] ?? 0;
    product += value * second;
    oneSquared += value * value;
    otherSquared += second * second;
  }
  return product === 0 ? 0 : product / Math.sqrt(oneSquared * otherSquared);
}

/** Finds passages by words and by meaning; by words alone while the endpoint does not answer. */
export type EmbeddedSearch = (question: LibraryQuestion) => Promise<readonly Found[]>;

/** What turns passages into vectors, at the start, and what turns questions: somebody waits for those. */
export type Embedders = { readonly passages: Embedder; readonly questions: Embedder };

/**
 * Embeds all passages once and gives a search that fuses both orders. A passage keeps its score by words (0 where only
 * its meaning was near), so that `Library.answerable` judges the result like every other. Rejects when the passages
 * cannot be embedded.
 */
export async function embeddedSearch(library: Library, embedders: Embedders): Promise<EmbeddedSearch> {
  const { passages } = library;
  const vectors = await embedders.passages.embed(passages.map(({ title, body }) => `${title}\n${body}`));
  const idsNear = (vector: Vector): readonly string[] =>
    passages
      .map(({ id }, at) => ({ id, near: likeness(vector, vectors[at] ?? []) }))
      .sort((one, other) => other.near - one.near)
      .slice(0, nearest)
      .map(({ id }) => id);
  return async (question) => {
    const byWords = library.search(question);
    const text = question.context === null ? question.text : `${question.context}\n${question.text}`;
    const embedded = await embedders.questions.embed([text]).catch(() => []);
    const [vector] = embedded;
    if (vector === undefined) return byWords;
    const scores = new Map(byWords.map(({ passage, score }) => [passage.id, score]));
    const ids = fuseByReciprocalRank([byWords.map(({ passage }) => passage.id), idsNear(vector)]).slice(0, most);
    return ids.flatMap((id) => {
      const passage = library.passage(id);
      return passage === undefined ? [] : [{ passage, score: scores.get(id) ?? 0 }];
    });
  };
}
