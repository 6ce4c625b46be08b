// Takes a Web API call through faults, token, scopes and pace to its method, and remembers it.
import type { Json } from '../model.ts';
import type { ApiCall, World } from '../world.ts';
import { missingScope } from './access.ts';
import { assistantMethods } from './assistant.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { identityMethods } from './identity.ts';
import { type ApiAnswer, type ApiMethod, refused } from './method.ts';
import { streamMethods } from './streams.ts';
import { viewMethods } from './views.ts';

/** Older calls are forgotten beyond this number. */
const MOST_CALLS = 100_000;

const methods: ReadonlyMap<string, ApiMethod> = new Map(
  [
    ...assistantMethods,
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...identityMethods,
    ...streamMethods,
    ...viewMethods,
  ].map((one) => [one.name, one]),
);

/** Runs one call; `token` as sent, undefined if none was. */
export async function callMethod(
  world: World,
  name: string,
  { args, token }: { readonly args: Json; readonly token: string | undefined },
): Promise<ApiAnswer> {
  const known = methods.get(name);
  return known === undefined
    ? refused('unknown_method')
    : (gate(world, known, token) ?? (await known.run(world, args)));
}

function gate(world: World, called: ApiMethod, token: string | undefined): ApiAnswer | undefined {
  if (token === undefined || token === '') {
    return refused('not_authed');
  }
  if (world.grants.uninstalled) {
    return refused('account_inactive');
  }
  if (token !== world.tokens[called.token]) {
    const other = token === world.tokens.bot || token === world.tokens.app;
    return refused(other ? 'not_allowed_token_type' : 'invalid_auth');
  }
  const [needed] = called.scopes;
  if (needed !== undefined && !called.scopes.some((scope) => world.grants.scopes.has(scope))) {
    return missingScope(world, needed);
  }
  const retryAfter = world.limits.take(called.name, called.tier);
  return retryAfter > 0 ? { ok: false, error: 'ratelimited', retryAfter } : undefined;
}

/** Remembers a call and what came of it. */
export function recordCall(world: World, call: Omit<ApiCall, 'at'>): void {
  world.calls.push({ ...call, at: world.clock.now() });
  if (world.calls.length > MOST_CALLS) {
    world.calls.splice(0, MOST_CALLS / 2);
  }
}
