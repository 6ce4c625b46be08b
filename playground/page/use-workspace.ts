// The page's copy of the workspace: loads it, follows the server's changes, sends acts.
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type UiAct,
  type UiActResult,
  type UiMessage,
  type UiState,
  uiActResultSchema,
  uiStateSchema,
} from '../protocol.ts';

/** Sends one act and resolves with the server's answer; a server that cannot be reached is an answer too. */
export type SendAct = (act: UiAct) => Promise<UiActResult>;

/** The workspace as the page knows it. `online` is false while the playground's server cannot be reached. */
export type Workspace = { readonly state: UiState | null; readonly online: boolean; readonly send: SendAct };

const keyOf = (message: UiMessage) => `${message.channel}/${message.ts}/${message.ephemeral}`;

/** Keeps the old object of every message that did not change, so that only changed rows are drawn again. */
function withSameMessages(previous: UiState | null, next: UiState): UiState {
  if (previous === null || previous.me !== next.me) return next;
  const old = new Map(previous.messages.map((message) => [keyOf(message), message]));
  const messages = next.messages.map((message) => {
    const before = old.get(keyOf(message));
    return before !== undefined && JSON.stringify(before) === JSON.stringify(message) ? before : message;
  });
  return { ...next, messages };
}

async function fetchState(user: string | undefined): Promise<UiState> {
  const query = user === undefined ? '' : `?user=${encodeURIComponent(user)}`;
  const response = await fetch(`/ui/state${query}`);
  // An old address may name somebody who is not here; the server then chooses.
  if (response.status === 404 && user !== undefined) return fetchState(undefined);
  return uiStateSchema.parse(await response.json());
}

async function post(act: UiAct): Promise<UiActResult> {
  try {
    const response = await fetch('/ui/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return uiActResultSchema.parse(await response.json());
  } catch {
    return { ok: false, error: 'The playground server cannot be reached. Nothing was sent.' };
  }
}

/** Follows the workspace as `user` sees it; without one the server chooses the first person. */
export function useWorkspace(user: string | undefined): Workspace {
  const [state, setState] = useState<UiState | null>(null);
  const [online, setOnline] = useState(true);
  const wanted = useRef({ user, busy: false, again: false });

  const load = useCallback(async (): Promise<void> => {
    const turn = wanted.current;
    if (turn.busy) {
      turn.again = true;
      return;
    }
    turn.busy = true;
    do {
      turn.again = false;
      const asked = turn.user;
      try {
        const next = await fetchState(asked);
        if (asked === turn.user) setState((previous) => withSameMessages(previous, next));
        setOnline(true);
      } catch {
        setOnline(false);
      }
    } while (turn.again);
    turn.busy = false;
  }, []);

  useEffect(() => {
    wanted.current.user = user;
    void load();
  }, [user, load]);

  useEffect(() => {
    const events = new EventSource('/ui/events');
    events.onopen = () => void load();
    events.onmessage = () => void load();
    events.onerror = () => setOnline(false);
    return () => events.close();
  }, [load]);

  const send = useCallback<SendAct>(
    async (act) => {
      const result = await post(act);
      void load();
      return result;
    },
    [load],
  );
  return { state, online, send };
}
