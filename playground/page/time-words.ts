// Times as a person reads them, always in that person's time zone.

const milliseconds = (ts: string) => Number(ts) * 1000;

const formatter = (tz: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: tz, ...options });

/** `14:05` for a message `ts` (seconds, as text). */
export function clockTime(ts: string, tz: string): string {
  return formatter(tz, { hour: '2-digit', minute: '2-digit' }).format(milliseconds(ts));
}

/** `Monday 23 November 2026 at 14:05:09`, for titles and screen readers. */
export function fullTime(ts: string, tz: string): string {
  return formatter(tz, { dateStyle: 'full', timeStyle: 'medium' }).format(milliseconds(ts));
}

/** A key that is equal for two moments of the same day in `tz`. */
export function dayKey(ts: string, tz: string): string {
  return formatter(tz, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(milliseconds(ts));
}

/** `Today`, `Yesterday` or `Tuesday 17 November`, seen from `now`. */
export function dayWords(options: { readonly ts: string; readonly now: number; readonly tz: string }): string {
  const { ts, now, tz } = options;
  const key = dayKey(ts, tz);
  if (key === dayKey(String(now / 1000), tz)) return 'Today';
  if (key === dayKey(String(now / 1000 - 86_400), tz)) return 'Yesterday';
  return formatter(tz, { weekday: 'long', day: 'numeric', month: 'long' }).format(milliseconds(ts));
}

/** `Mon 23 Nov, 14:05` for the workspace clock; `now` in milliseconds. */
export function clockWords(now: number, tz: string): string {
  return formatter(tz, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    now,
  );
}

/** `3 minutes ago`, from `now` in milliseconds; `just now` under a minute. */
export function agoWords(ts: string, now: number): string {
  const minutes = Math.max(0, Math.round((now - milliseconds(ts)) / 60_000));
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  if (minutes < 1) return 'just now';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 48 * 60) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-Math.round(minutes / 1440), 'day');
}

/** Slack's `<!date^…>` formats (slack-platform.md §7) filled in for `tz`. */
export function slackDate(options: {
  readonly ts: string;
  readonly format: string;
  readonly now: number;
  readonly tz: string;
}): string {
  const { ts, format, now, tz } = options;
  const day = dayWords({ ts, now, tz });
  const pretty = (long: string) => (day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : long);
  const show = (shape: Intl.DateTimeFormatOptions) => formatter(tz, shape).format(milliseconds(ts));
  const date = show({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = show({ day: 'numeric', month: 'short', year: 'numeric' });
  const long = show({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const parts: Readonly<Record<string, string>> = {
    date_num: show({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date,
    date_short: short,
    date_long: long,
    date_pretty: pretty(date),
    date_short_pretty: pretty(short),
    date_long_pretty: pretty(long),
    day_divider_pretty: pretty(long),
    time: clockTime(ts, tz),
    time_secs: show({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    ago: agoWords(ts, now),
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
