// Who we are in which workspace: asked of Slack once, at start.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Actor } from '../domain/decision/actor.ts';

const authSchema = z.object({
  url: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
  user_id: z.string(),
  bot_id: z.string().optional(),
});

/** Signals a token that belongs to a person: Downbeat speaks as a bot. */
export class NotABotError extends Error {
  constructor() {
    super('this is no bot token; those begin with xoxb-');
    this.name = 'NotABotError';
  }
}

/** The workspace this installation serves. `key` names it in the store: the organisation for an org-wide installation. */
export type Workspace = {
  readonly key: string;
  readonly teamId: string;
  readonly enterpriseId: string | null;
  readonly url: string;
  readonly botUserId: string;
  readonly botId: string;
};

/** Asks Slack who the token belongs to. Throws Slack's error when the token is not good, {@link NotABotError} for a person's. */
export async function identify(client: WebClient): Promise<Workspace> {
  const auth = authSchema.parse(await client.auth.test());
  const { bot_id: botId } = auth;
  if (botId === undefined) throw new NotABotError();
  const enterpriseId = auth.enterprise_id ?? null;
  return {
    key: auth.is_enterprise_install === true && enterpriseId !== null ? enterpriseId : auth.team_id,
    teamId: auth.team_id,
    enterpriseId,
    url: auth.url,
    botUserId: auth.user_id,
    botId,
  };
}

/**
 * Tells whether a person belongs here: people of other organisations see a shared channel and can click its cards
 * (slack-platform.md §3.4). `team` is the person's own workspace; where Slack does not say, the delivery's.
 */
export function isMember(workspace: Workspace, team: string | null | undefined): boolean {
  return team === workspace.teamId || (workspace.enterpriseId !== null && team === workspace.enterpriseId);
}

/** What a click or a form says of whoever sent it. */
type Sender = {
  readonly user: { readonly id: string; readonly team_id?: string | null | undefined };
  readonly team?: { readonly id: string } | null | undefined;
};

/** Whoever clicked or sent a form. */
export function actorOf(workspace: Workspace, { user, team }: Sender): Actor {
  return { person: user.id, member: isMember(workspace, user.team_id ?? team?.id) };
}
