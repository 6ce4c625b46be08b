// A person types a slash command (slack-platform.md §3.1).
import type { UiActResult } from '../../protocol.ts';
import { app, team } from '../default-workspace.ts';
import type { Outcome } from '../delivery/transport.ts';
import type { Channel, Person } from '../model.ts';
import { readAckMessage, write } from '../response-url.ts';
import type { World } from '../world.ts';
import { notify } from './notices.ts';
import { channelName, responseUrl } from './payloads.ts';
import { typedCommand } from './typed-text.ts';

/** Delivers the command and shows what the acknowledgement carried. */
export async function runCommand(
  world: World,
  person: Person,
  { channel, text, inThread }: { readonly channel: Channel; readonly text: string; readonly inThread: boolean },
): Promise<UiActResult> {
  const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const setting = world.grants.settings.commands.find((one) => one.command === command.toLowerCase());
  if (setting === undefined || person.external || !world.grants.scopes.has('commands') || world.grants.uninstalled) {
    notify(world, person.id, {
      kind: 'command_failed',
      text: `${command} is not a valid command.`,
      channel: channel.id,
    });
    return { ok: false, error: 'unknown_command' };
  }
  if (inThread) {
    const notice = `${command} is not supported in threads. Sorry!`;
    notify(world, person.id, { kind: 'command_in_thread', text: notice, channel: channel.id });
    return { ok: false, error: 'command_in_thread' };
  }
  const target = { user: person.id, channel: channel.id, ts: undefined, ephemeral: false };
  const outcome = await world.deliveries.send('slash_commands', {
    token: 'playground',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command: setting.command,
    text: typedCommand(rest.trim(), world.workspace.people.values(), setting.shouldEscape),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl(world, target),
    trigger_id: world.tickets.issueTrigger(person.id),
  });
  return showOutcome(world, outcome, { command, target, channel });
}

function showOutcome(
  world: World,
  outcome: Outcome,
  { command, target, channel }: { command: string; target: Parameters<typeof write>[2]['target']; channel: Channel },
): UiActResult {
  if (!outcome.acked) {
    const error = outcome.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
    const kind = outcome.reason === 'http_timeout' ? 'command_timeout' : 'command_failed';
    const text = `${command} failed with the error "${error}"`;
    notify(world, target.user, { kind, text, channel: channel.id });
    return { ok: false, error };
  }
  const body = readAckMessage(outcome.payload);
  const answer = body === undefined || 'ok' in body ? (body ?? { ok: true }) : write(world, channel, { target, body });
  if (!answer.ok) {
    const text = `${command} failed with the error "invalid_command_response" (${String(answer.error)})`;
    notify(world, target.user, { kind: 'command_failed', text, channel: channel.id });
    return { ok: false, error: 'invalid_command_response' };
  }
  return { ok: true };
}
