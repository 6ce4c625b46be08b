// Addresses of messages, made without asking Slack: `chat.getPermalink` is rationed and the form is stable.

/** The address of a message; `threadTs` is the thread it is a reply in. `workspaceUrl` is what `auth.test` calls `url`. */
export function permalink(
  workspaceUrl: string,
  message: { readonly channel: string; readonly ts: string; readonly threadTs?: string },
): string {
  const base = `${workspaceUrl.replace(/\/$/, '')}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  if (message.threadTs === undefined || message.threadTs === message.ts) return base;
  return `${base}?thread_ts=${message.threadTs}&cid=${message.channel}`;
}
