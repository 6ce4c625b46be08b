// Tells the server that a person has seen a channel or thread, while its page is in front.
import { useEffect } from 'react';
import type { UiMessage } from '../protocol.ts';
import { usePage } from './page-context.ts';

/** Marks what is shown as read as soon as something in it is not. */
export function useMarkRead(channel: string, messages: readonly UiMessage[], threadTs?: string): void {
  const { state, send } = usePage();
  const newest = messages.findLast((message) => message.unread)?.ts;
  const me = state.me;
  useEffect(() => {
    if (newest === undefined || document.visibilityState !== 'visible') return;
    void send({ kind: 'read', user: me, channel, ...(threadTs === undefined ? {} : { threadTs }) });
  }, [newest, me, channel, threadTs, send]);
}
