// Reads new messages out to screen readers; edits stay silent.
import { useEffect, useRef, useState } from 'react';
import { plainWords } from './kit/slack-markup.ts';
import { usePage } from './page-context.ts';

/** Announces messages of others that arrive in the open channel or its threads. */
export function LiveRegion({ channelId }: { readonly channelId: string | undefined }) {
  const { state } = usePage();
  const [words, setWords] = useState('');
  const seen = useRef({ place: '', ts: '' });
  const place = `${state.me}/${channelId ?? ''}`;
  const newest = state.messages.findLast((message) => message.channel === channelId);
  useEffect(() => {
    const before = seen.current;
    const ts = newest?.ts ?? '';
    seen.current = { place, ts };
    if (before.place !== place || newest === undefined || ts <= before.ts || newest.user === state.me) return;
    const author = state.people.find((person) => person.id === newest.user)?.realName ?? 'Somebody';
    setWords(`${author}: ${plainWords(newest.text)}`);
  }, [place, newest, state.me, state.people]);
  return (
    <div className="hidden" aria-live="polite" data-testid="announcer">
      {words}
    </div>
  );
}
