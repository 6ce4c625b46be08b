// Runs the effect "propose steps to whoever asked for some": asked of the model once, shown in the modal it was asked in.
import type { PersonId } from '../../domain/decision/refs.ts';
import type { DecisionAddress, DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import { loadDecision } from '../load-decision.ts';
import type { Log } from '../log.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import type { ProposedSteps, ProposeSteps } from './propose-steps.ts';
import type { StepDraft, StepDrafts } from './step-drafts.ts';

const PROPOSE_STEPS = 'propose-steps';

/** Who asked for steps, and the modal they wait in. */
export type AskedForSteps = { readonly person: PersonId; readonly view: string };

/** The effect that proposes some. */
export function proposeStepsEffect({ person, view }: AskedForSteps): string {
  return [PROPOSE_STEPS, person, view].join('.');
}

/** Who is proposed steps by an effect, or null for an effect of another kind. */
export function askedForSteps(effect: string): AskedForSteps | null {
  const [kind, person, view] = effect.split('.');
  return kind === PROPOSE_STEPS && person !== undefined && view !== undefined ? { person, view } : null;
}

/** A proposal on its way to its modal. */
export type ShownProposal = Omit<StepDraft, 'proposed'> & {
  readonly decision: string;
  readonly view: string;
  readonly proposed: ProposedSteps;
};

/** The port to the modal. */
export type StepsSurface = {
  /** Shows what came of asking; a modal that was closed meanwhile is left alone. Throws as a card surface does. */
  show(proposal: ShownProposal): Promise<void>;
};

/** What proposing works with. */
export type ProposeToAskerParts = {
  readonly owed: OwedEffects;
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly drafts: StepDrafts;
  /** Null where no model is configured any more. */
  readonly proposeSteps: ProposeSteps | null;
  readonly stepsSurface: StepsSurface;
  /** The most characters the modal's field holds. */
  readonly room: number;
  readonly log: Log;
};

/** Proposes to one person. Repeating it is harmless: what the model said once is shown again. */
export type ProposeToAsker = (address: DecisionAddress, asked: AskedForSteps) => Promise<Ran>;

/** Builds the procedure. */
export function createProposeToAsker(parts: ProposeToAskerParts): ProposeToAsker {
  const { drafts, owed, stepsSurface } = parts;
  return function proposeToAsker(address, asked) {
    return runOwed(owed, { ...address, effect: proposeStepsEffect(asked) }, async () => {
      const { team, decisionId: decision } = address;
      const { view } = asked;
      const draft = await drafts.get(team, view);
      // Shown already, or asked for so long ago that nobody waits any more.
      if (draft === null) return { done: true };
      const { card, written } = draft;
      const proposed = draft.proposed ?? (await proposalFor(parts, address, { ...asked, written }));
      await drafts.keep(team, view, { card, written, proposed });
      await stepsSurface.show({ decision, view, card, written, proposed });
      await drafts.forget(team, view);
      return { done: true };
    });
  };
}

/** No answer where it could not be had: whoever waits is told so at once and may ask again. */
async function proposalFor(
  parts: ProposeToAskerParts,
  address: DecisionAddress,
  { person, written }: AskedForSteps & { readonly written: string },
): Promise<ProposedSteps> {
  const { proposeSteps, room, log } = parts;
  const { team, decisionId } = address;
  try {
    const [{ decision }, words] = await Promise.all([loadDecision(parts, address), parts.store.words(address)]);
    if (proposeSteps === null || decision.status === 'unstarted') return { ok: false, because: 'no-answer' };
    return await proposeSteps({ team, person, decision, words, written, room });
  } catch (error) {
    log.error('no steps proposed', { decision: decisionId }, error);
    return { ok: false, because: 'no-answer' };
  }
}
