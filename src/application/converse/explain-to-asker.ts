// Runs the effect "tell whoever asked why": looked up once for the answers so far, shown in the modal it was asked in.
import { askedIdSchema, type PersonId } from '../../domain/decision/refs.ts';
import type { AskedId } from '../../domain/framework.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { Log } from '../log.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import { aboutQuestion, type ExplainQuestion } from './explain-question.ts';
import type { Explanation, Explanations } from './explanations.ts';

const WHY = 'why';

/** Who asked why a question is asked, and the modal they wait in. */
export type AskedWhy = { readonly question: AskedId; readonly person: PersonId; readonly view: string };

/** The effect that tells them. */
export function whyEffect({ question, person, view }: AskedWhy): string {
  return [WHY, question, person, view].join('.');
}

/** Who is told by an effect, or null for another kind of effect. */
export function whyOf(effect: string): AskedWhy | null {
  const [kind, id, person, view] = effect.split('.');
  const question = askedIdSchema.safeParse(id).data;
  if (kind !== WHY || question === undefined || person === undefined || view === undefined) return null;
  return { question, person, view };
}

/** What an explanation is kept under, one a modal: it may be shared from there. */
export function whyName(view: string): string {
  return `${WHY}-${view}`;
}

/** The port to the modal. */
export type WhySurface = {
  /** Shows the explanation, or that there is none; a modal that was closed meanwhile is left alone. Throws as a card surface does. */
  show(asked: AskedWhy & { readonly decision: string }, explanation: Explanation | null): Promise<void>;
};

/** What telling works with. */
export type ExplainToAskerParts = {
  readonly owed: OwedEffects;
  readonly explanations: Explanations;
  readonly explainQuestion: ExplainQuestion;
  readonly whySurface: WhySurface;
  readonly log: Log;
};

/** Tells one person. Repeating it is harmless: what was looked up once is shown again. */
export type ExplainToAsker = (address: DecisionAddress, asked: AskedWhy) => Promise<Ran>;

/** Builds the procedure. */
export function createExplainToAsker(parts: ExplainToAskerParts): ExplainToAsker {
  const { owed, whySurface } = parts;
  return function explainToAsker(address, asked) {
    return runOwed(owed, { ...address, effect: whyEffect(asked) }, async () => {
      const explanation = await explanationFor(parts, address, asked);
      await whySurface.show({ ...asked, decision: address.decisionId }, explanation);
      return { done: true };
    });
  };
}

/** Null where it could not be had: whoever waits is told so at once and may ask again. */
async function explanationFor(
  { explanations, explainQuestion, log }: ExplainToAskerParts,
  address: DecisionAddress,
  { question, person, view }: AskedWhy,
): Promise<Explanation | null> {
  const name = whyName(view);
  try {
    const known = await explanations.get(address.team, name, aboutQuestion(question));
    return known ?? (await explainQuestion({ address, question, person, name }));
  } catch (error) {
    log.error('explanation failed', { decision: address.decisionId, question }, error);
    return null;
  }
}
