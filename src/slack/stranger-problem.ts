// Who is written to alone about a decision, or owns it, must be able to see it: somebody in its channel.
import type { ListenerParts } from './listener-parts.ts';

const strangerSentence =
  'They are not in this channel, so they cannot see what it is about. Invite them first, or choose somebody who is. Nothing was recorded.';
const membershipUnknownSentence =
  'Slack does not say at the moment whether they are in this channel. Nothing was recorded. Try again in a minute.';

/** Why a person cannot be given a part in a channel's decision, in words for whoever names them, or null. No answer from Slack means no. */
export async function strangerProblem(
  { memberships }: Pick<ListenerParts, 'memberships'>,
  channel: string,
  person: string,
): Promise<string | null> {
  if ((await memberships.channelsOf(person))?.has(channel) === true) return null;
  // What is remembered of them may be older than their coming.
  memberships.forget(person);
  const channels = await memberships.channelsOf(person);
  if (channels === null) return membershipUnknownSentence;
  return channels.has(channel) ? null : strangerSentence;
}
