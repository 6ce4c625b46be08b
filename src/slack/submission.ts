// A submitted modal, from payload to command and answer.
import type { App, SlackViewAction } from '@slack/bolt';
import type { Actor } from '../domain/decision/actor.ts';
import type { Command } from '../domain/decision/commands.ts';
import type { WordRef } from '../domain/decision/refs.ts';
import { handOver, type ListenerParts } from './listener-parts.ts';
import { fieldValues, submissionSchema } from './payloads.ts';
import { staleCardSentence } from './sentences.ts';
import { actorOf } from './workspace.ts';

/** A submission, parsed. */
export type Submission = {
  readonly actor: Actor;
  readonly metadata: string;
  readonly deliveryKey: string;
  /** The field's values: one for most fields, several for a choice of people, none when left empty. */
  values(field: string): readonly string[];
  /** The field's only value, or null when left empty. */
  value(field: string): string | null;
};

/** What to do with the modal: close it, or say what is wrong beside a field. */
export type SubmissionAnswer =
  | { readonly close: true }
  | { readonly close: false; readonly field: string; readonly problem: string };

/** Listens to a modal. The listener validates and records within Slack's three seconds; its answer closes the modal or not. */
export function onSubmission(
  app: App,
  parts: ListenerParts,
  callbackId: string,
  listener: (submission: Submission) => Promise<SubmissionAnswer>,
): void {
  app.view<SlackViewAction>({ callback_id: callbackId, type: 'view_submission' }, async ({ ack, body }) => {
    const answer = await listener(parseSubmission(parts, body));
    if (answer.close) await ack();
    else await ack({ response_action: 'errors', errors: { [answer.field]: answer.problem } });
  });
}

function parseSubmission(parts: ListenerParts, body: unknown): Submission {
  const payload = submissionSchema.parse(body);
  const { view } = payload;
  return {
    actor: actorOf(parts.workspace, payload),
    metadata: view.private_metadata,
    deliveryKey: `view:${view.id}:${view.hash}`,
    values: (field) => fieldValues(view.state, field),
    value: (field) => fieldValues(view.state, field)[0] ?? null,
  };
}

/** Slack's form of a time, for answers given in a modal, whose submission carries none. */
export function actionTsOf(now: number): string {
  return (now / 1_000).toFixed(6);
}

/** Records what a modal asks; what a person must know about a failure stands beside `field`. */
export async function recordSubmission(
  parts: ListenerParts,
  submission: Submission,
  asked: {
    readonly decisionId: string;
    readonly command: Command;
    readonly words: Readonly<Record<WordRef, string>>;
    readonly field: string;
    /** Names this command where one form asks several. */
    readonly step?: string;
  },
): Promise<SubmissionAnswer> {
  const { decisionId, command, words, field, step } = asked;
  const deliveryKey = step === undefined ? submission.deliveryKey : `${submission.deliveryKey}:${step}`;
  const handled = await handOver(parts, { decisionId, deliveryKey, command, words });
  if (handled.ok) return { close: true };
  if ('trouble' in handled) return { close: false, field, problem: handled.trouble };
  if ('refusal' in handled) return { close: false, field, problem: handled.refusal.words };
  return { close: false, field, problem: staleCardSentence(null) };
}
