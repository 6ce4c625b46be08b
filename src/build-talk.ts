// Builds what talks: answers in threads, explanations of questions and verdicts, proposed steps, and what is kept of it.
import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Feedback } from './application/advice/feedback.ts';
import type { Gaps } from './application/advice/gaps.ts';
import type { Transcripts } from './application/advice/transcripts.ts';
import type { CardLedger } from './application/card-ledger.ts';
import { type AnswerInThread, createAnswerInThread } from './application/converse/answer-in-thread.ts';
import { createDescribeDecision, createFindDecisionInThread } from './application/converse/decision-in-thread.ts';
import { createExplainQuestion } from './application/converse/explain-question.ts';
import { createExplainToAsker, type ExplainToAsker } from './application/converse/explain-to-asker.ts';
import { createExplainVerdict } from './application/converse/explain-verdict.ts';
import type { Explanations } from './application/converse/explanations.ts';
import { createShareExplanation, type ShareExplanation } from './application/converse/share-explanation.ts';
import { createVerdictInWords, type VerdictInWords } from './application/converse/verdict-in-words.ts';
import type { DecisionAddress, DecisionStore } from './application/decision-store.ts';
import { createProposeToAsker, type ProposeToAsker } from './application/drawings/propose-to-asker.ts';
import type { StepDrafts } from './application/drawings/step-drafts.ts';
import type { FoldCache } from './application/fold-cache.ts';
import type { Frameworks } from './application/frameworks.ts';
import type { Log } from './application/log.ts';
import type { EffectNudger, OwedEffects } from './application/owed-effects.ts';
import type { Pace } from './application/pace.ts';
import type { Ran } from './application/ran.ts';
import type { Advice } from './build-advice.ts';
import type { RedisConnection } from './redis/connection.ts';
import { createExplanations } from './redis/explanations.ts';
import { createFeedback } from './redis/feedback.ts';
import { createGaps } from './redis/gaps.ts';
import { createStepDrafts } from './redis/step-drafts.ts';
import { createTranscripts } from './redis/transcripts.ts';
import { conversationOf } from './slack/conversation-of.ts';
import { limits } from './slack/limits.ts';
import { createStepsSurface } from './slack/steps-surface.ts';
import { createTalkSurface } from './slack/talk-surface.ts';
import { createWhySurface } from './slack/why-surface.ts';
import type { Workspace } from './slack/workspace.ts';

/** What talking works with. `hasModel` tells whether a model is configured, `keepDays` how long words are kept. */
export type TalkSurroundings = {
  readonly client: WebClient;
  readonly redis: RedisConnection;
  readonly workspace: Workspace;
  readonly advice: Advice;
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly frameworks: Frameworks;
  readonly owed: OwedEffects;
  readonly nudger: EffectNudger;
  readonly ledger: CardLedger;
  readonly pace: Pace;
  readonly log: Log;
  readonly now: () => number;
  readonly hasModel: boolean;
  readonly keepDays: number;
};

/** What talks. */
export type Talk = {
  /** The procedures of its effects. */
  readonly effects: {
    readonly answerInThread: AnswerInThread;
    readonly shareExplanation: ShareExplanation;
    readonly explainToAsker: ExplainToAsker;
    readonly proposeToAsker: ProposeToAsker;
    readonly explainVerdict: (address: DecisionAddress) => Promise<Ran>;
  };
  /** What listeners use of it. */
  readonly listening: {
    readonly transcripts: Transcripts;
    readonly feedback: Feedback;
    readonly gaps: Gaps;
    readonly explanations: Explanations;
    readonly stepDrafts: StepDrafts;
    readonly hasModel: boolean;
    readonly isPublic: (channel: string) => Promise<boolean>;
  };
  readonly verdictInWords: VerdictInWords;
};

/** Builds it. */
export function buildTalk(surroundings: TalkSurroundings): Talk {
  const { advice, client, redis, frameworks, keepDays: days, ...parts } = surroundings;
  const { store, folds, owed, log } = parts;
  const framework = frameworks.current;
  const transcripts = createTranscripts(redis, { days, conversationOf });
  const explanations = createExplanations(redis, { days });
  const gaps = createGaps(redis, { days });
  const drafts = createStepDrafts(redis);
  const surface = createTalkSurface({ ...parts, client, framework });
  const describeDecision = createDescribeDecision({ store, folds, frameworks });
  const findDecisionInThread = createFindDecisionInThread({ store, folds, frameworks });
  const explainQuestion = createExplainQuestion({ describeDecision, explanations, ...advice });
  const whySurface = createWhySurface({ client, framework, log });
  const explaining = { ...parts, ...advice, describeDecision, explanations };
  const replying = { ...parts, talk: surface, nonce: randomUUID };
  return {
    effects: {
      answerInThread: createAnswerInThread({ ...replying, ...advice, transcripts, gaps, findDecisionInThread }),
      shareExplanation: createShareExplanation({ ...replying, explanations }),
      explainToAsker: createExplainToAsker({ owed, explanations, explainQuestion, whySurface, log }),
      proposeToAsker: createProposeToAsker({
        ...parts,
        drafts,
        proposeSteps: advice.proposeSteps,
        stepsSurface: createStepsSurface({ client, log }),
        room: limits.inputText,
      }),
      explainVerdict: createExplainVerdict(explaining),
    },
    listening: {
      transcripts,
      explanations,
      gaps,
      stepDrafts: drafts,
      hasModel: parts.hasModel,
      feedback: createFeedback(redis, { days }),
      isPublic: surface.isPublic,
    },
    verdictInWords: createVerdictInWords(explaining),
  };
}
