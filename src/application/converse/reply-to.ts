// Decides what a message in a thread calls for: a proposed answer, a word on what would move the verdict, or a cited answer.

import type { Asker } from '../advice/answer-budget.ts';
import { argueAbout } from '../advice/argue-about.ts';
import type { Cues } from '../advice/cues.ts';
import type { ProposeAnswer } from '../advice/propose-answer.ts';
import type { DecisionInThread } from './decision-in-thread.ts';
import type { ReplyBody } from './talk-surface.ts';

/** What deciding works with. */
export type ReplyToParts = { readonly cues: Cues; readonly proposeAnswer: ProposeAnswer };

/** A message in the thread of a decision. */
export type MessageInThread = { readonly text: string; readonly asker: Asker; readonly decision: DecisionInThread };

/**
 * The reply a message calls for where it bears on the decision itself; null where it is a question to be answered from
 * the knowledge base. Nothing here records anything.
 */
export async function replyTo(
  { cues, proposeAnswer }: ReplyToParts,
  { text, asker, decision }: MessageInThread,
): Promise<ReplyBody | null> {
  const { facts, state, framework } = decision;
  const standingOf = (question: string) => facts.answers.find((answer) => answer.question === question)?.says ?? null;
  const argument = state.verdict === null ? null : argueAbout(state.verdict, text, cues);
  if (argument !== null && argument.proposal === null)
    return { kind: 'argument', decisionId: facts.id, argument, standing: standingOf(argument.question) };
  const proposal = argument?.proposal ?? (await proposeAnswer({ text, framework, roles: facts.roles, asker }));
  if (proposal === null) return null;
  return { kind: 'proposal', decisionId: facts.id, proposal, standing: standingOf(proposal.question) };
}
