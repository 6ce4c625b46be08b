// Recognises that something said answers a question. It proposes; a person confirms; nothing is recorded here.
import { type Framework, findOption, isOptionOf, isQuestionId, questionsOf } from '../../domain/framework.ts';
import type { Advisor, ProposalRequest, RawProposal } from '../advisor.ts';
import type { Asker } from './answer-budget.ts';
import { type Cues, isStatement, type Proposal, proposeFromCues } from './cues.ts';
import { plainText } from './plain-text.ts';
import { type Roles, redact } from './redact.ts';
import { wordsOf } from './words-of.ts';

/** What somebody said in a decision's thread. */
export type Said = {
  readonly text: string;
  readonly framework: Framework;
  readonly roles: Roles;
  readonly asker: Asker;
};

/** Proposes the answer somebody's words plainly give, or null. */
export type ProposeAnswer = (said: Said) => Promise<Proposal | null>;

/** What proposing works with. */
export type ProposeParts = {
  readonly cues: Cues;
  /** Null where no model is configured. */
  readonly advisor: Advisor | null;
  /** Whether the model may be asked for this person, thread and workspace now; it counts. */
  readonly mayAsk: (asker: Asker) => Promise<boolean>;
};

/** Fewer words than this are no reason. */
const LEAST_WORDS = 3;
/** Longer messages are not read for proposals: nobody states one fact in so many words. */
const LONGEST_MESSAGE = 1_500;

/** Builds the procedure: the cues first, then the model, whose proposal is checked like any claim of its. */
export function createProposeAnswer({ cues, advisor, mayAsk }: ProposeParts): ProposeAnswer {
  return async function proposeAnswer({ text, framework, roles, asker }) {
    const cued = proposeFromCues(text, cues);
    if (cued !== null && findOption(framework, cued.question, cued.option) !== undefined) return cued;
    if (advisor === null || text.length > LONGEST_MESSAGE || !isStatement(text) || !(await mayAsk(asker))) return null;
    const result = await advisor.propose(requestFor(text, framework, roles));
    return result.outcome === 'done' && result.proposal !== null ? checkProposal(result.proposal, text) : null;
  };
}

/** A part needs a name, so 5c = part is left to the modal that asks for it. */
function requestFor(text: string, framework: Framework, roles: Roles): ProposalRequest {
  const choices = questionsOf(framework).map(({ id, text: asks, options }) => ({
    question: id,
    asks,
    options: options
      .filter((option) => !(id === '5c' && option.id === 'part'))
      .map((option) => ({ id: option.id, says: `${option.label}: ${option.text}` })),
  }));
  return { words: redact(text, roles), choices };
}

/** The question and the option exist, and the words are the person's own. */
export function checkProposal({ question, option, words }: RawProposal, text: string): Proposal | null {
  if (!isQuestionId(question) || !isOptionOf(question, option)) return null;
  if (question === '5c' && option === 'part') return null;
  const own = plainText(words);
  if (wordsOf(own).length < LEAST_WORDS || !plainText(text).includes(own)) return null;
  return { question, option, words: own, by: 'model' };
}
