// What listeners work with, and how a command they make is handed over.
import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Feedback } from '../application/advice/feedback.ts';
import type { Gaps } from '../application/advice/gaps.ts';
import type { Transcripts } from '../application/advice/transcripts.ts';
import type { CardLedger } from '../application/card-ledger.ts';
import type { Explanations } from '../application/converse/explanations.ts';
import type { DecisionLists } from '../application/decision-lists.ts';
import {
  type DecisionStore,
  StoreRefusedError,
  StoreSilentError,
  StoreUnreachableError,
} from '../application/decision-store.ts';
import type { Deliveries } from '../application/deliveries.ts';
import type { StepDrafts } from '../application/drawings/step-drafts.ts';
import type { FoldCache } from '../application/fold-cache.ts';
import type { Frameworks } from '../application/frameworks.ts';
import {
  type Delivery,
  type HandleCommand,
  type Handled,
  TooManyConflictsError,
} from '../application/handle-command.ts';
import type { PublishHome } from '../application/home/homes.ts';
import type { Log } from '../application/log.ts';
import type { NextSteps } from '../application/next-steps.ts';
import type { EffectNudger, OwedEffects } from '../application/owed-effects.ts';
import type { PersonSettings } from '../application/person-settings.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import type { Memberships } from './memberships.ts';
import type { People } from './people.ts';
import { refusalSentence, type StoreFailure, storeFailureSentence, unreadableSentence } from './sentences.ts';
import type { Workspace } from './workspace.ts';

/** Everything a listener may use. */
export type ListenerParts = {
  readonly workspace: Workspace;
  readonly client: WebClient;
  readonly handleCommand: HandleCommand;
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly ledger: CardLedger;
  readonly lists: DecisionLists;
  readonly deliveries: Deliveries;
  readonly transcripts: Transcripts;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  /** Whether everybody of the workspace may read a channel. */
  readonly isPublic: (channel: string) => Promise<boolean>;
  readonly owed: OwedEffects;
  readonly nudger: EffectNudger;
  readonly frameworks: Frameworks;
  readonly texts: CardTexts;
  readonly people: People;
  readonly nextSteps: NextSteps;
  /** Whether the knowledge base answers a question, decided offline. */
  readonly isAnswerable: (question: string) => boolean;
  /** Resolves once questions can be judged without keeping everything else waiting: about a second after the start. */
  readonly questionsReady: () => Promise<void>;
  readonly explanations: Explanations;
  /** Whether a model is configured. */
  readonly hasModel: boolean;
  readonly stepDrafts: StepDrafts;
  readonly memberships: Memberships;
  readonly publishHome: PublishHome;
  readonly settings: PersonSettings;
  readonly now: () => number;
  readonly log: Log;
};

/** What came of handing over: as handled, or trouble with words for the person who waits. */
export type HandedOver = Handled | { readonly ok: false; readonly trouble: string };

/** Hands a command over. An accident becomes the sentence that is true of it; only the unforeseen is thrown. */
export async function handOver(
  parts: ListenerParts,
  delivery: Omit<Delivery, 'team'>,
  sentence: (failure: StoreFailure) => string = storeFailureSentence,
): Promise<HandedOver> {
  try {
    const handled = await parts.handleCommand({ ...delivery, team: parts.workspace.key });
    if (handled.ok) {
      const { decisionId: decision, deliveryKey: delivered, command } = delivery;
      parts.log.info('recorded', {
        decision,
        command: command.type,
        // Shortened: the key of a click says what was chosen, which may be private.
        delivered: createHash('sha256').update(delivered).digest('base64url').slice(0, 10),
        version: handled.version,
        repeated: handled.repeated,
      });
    }
    return handled;
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure === null) throw error;
    parts.log.warn('command not handled', { decision: delivery.decisionId, command: delivery.command.type }, error);
    return { ok: false, trouble: sentence(failure) };
  }
}

/** What a person must hear of what was handed over, in a modal, which has no address to answer to; null for nothing. */
export function problemOf(handled: HandedOver): string | null {
  if (handled.ok) return null;
  if ('trouble' in handled) return handled.trouble;
  return 'refusal' in handled ? refusalSentence(handled.refusal) : unreadableSentence;
}

/** The sentence for an accident a person may have to hear of, or null for one nobody foresaw. */
export function troubleOf(
  error: unknown,
  sentence: (failure: StoreFailure) => string = storeFailureSentence,
): string | null {
  const failure = storeFailureOf(error);
  return failure === null ? null : sentence(failure);
}

function storeFailureOf(error: unknown): StoreFailure | null {
  if (error instanceof StoreUnreachableError || error instanceof TooManyConflictsError) return 'unreachable';
  if (error instanceof StoreRefusedError) return 'refused';
  if (error instanceof StoreSilentError) return 'silent';
  return null;
}
