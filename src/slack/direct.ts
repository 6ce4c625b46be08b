// Messages to one person alone, and whether there is still somebody to read them.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Posted, PostedCard } from '../application/card-surface.ts';
import { patiently, slackErrorCode } from './api-errors.ts';

/**
 * Codes that say nobody reads there: the account is deactivated, unknown, hidden from us, or another bot's
 * (docs.slack.dev/reference/methods/conversations.open and users.info). `account_inactive` is not among them: it is about
 * our own token.
 */
const NOBODY: ReadonlySet<string> = new Set(['user_disabled', 'user_not_found', 'user_not_visible', 'cannot_dm_bot']);

const openedSchema = z.object({ channel: z.object({ id: z.string() }) });
const accountSchema = z.object({ user: z.object({ deleted: z.boolean().nullish() }) });

/** Whether an id is a person's; a message to them is posted to it. */
export function isPerson(id: string): boolean {
  return /^[UW]/.test(id);
}

/** The channel of the messages with one person, which reading back takes; null when nobody is there any more. */
export async function openDirect(client: WebClient, person: string): Promise<string | null> {
  try {
    const { channel } = openedSchema.parse(await patiently(() => client.conversations.open({ users: person })));
    return channel.id;
  } catch (error) {
    if (isNobody(error)) return null;
    throw error;
  }
}

/**
 * Whether a person still has an account; true where Slack does not say. It has to be asked: a message to a deactivated
 * account is taken without an error (python-slack-sdk issue 1156).
 */
export async function isThere(client: WebClient, person: string): Promise<boolean> {
  try {
    const { user } = accountSchema.parse(await client.users.info({ user: person }));
    return user.deleted !== true;
  } catch (error) {
    return !isNobody(error);
  }
}

/** Posts, and where it was for a person who is gone says so. */
export async function forPerson(client: WebClient, to: string, post: () => Promise<Posted>): Promise<PostedCard> {
  if (!isPerson(to)) return post();
  try {
    const posted = await post();
    const unknown = posted.outcome === 'no-place' && posted.problem === 'channel-not-found';
    return unknown && !(await isThere(client, to)) ? { outcome: 'no-person' } : posted;
  } catch (error) {
    if (isNobody(error)) return { outcome: 'no-person' };
    throw error;
  }
}

function isNobody(error: unknown): boolean {
  return NOBODY.has(slackErrorCode(error) ?? '');
}
