// The box to write in, with suggestions for commands and people.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { UiAct, UiChannel } from '../protocol.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { type Suggestion, suggestionsFor } from './suggestions.ts';

type Props = { readonly channel: UiChannel; readonly threadTs?: string };

/** Enter sends, Shift+Enter begins a new line, Tab or Enter takes a suggestion. Text that could not be sent stays. */
export function Composer({ channel, threadTs }: Props) {
  const { state, send } = usePage();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [hidden, setHidden] = useState(false);
  const [problem, setProblem] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  // Nothing else asks for the focus when a page opens; on a touch screen it would bring up the keyboard.
  useEffect(() => {
    const isTouch = window.matchMedia('(pointer: coarse)').matches;
    if (document.activeElement === document.body && !isTouch) box.current?.focus();
  }, []);
  const suggestions = hidden ? [] : suggestionsFor({ text, caret, state });
  const current = suggestions[Math.min(chosen, suggestions.length - 1)];
  const place = channel.kind === 'public' ? `#${channel.name}` : channel.name;
  const label = threadTs === undefined ? `Message ${place}` : 'Reply in thread';

  const write = (next: string, at: number) => {
    setText(next);
    setCaret(at);
    setChosen(0);
    setHidden(false);
    setProblem('');
    box.current?.focus();
    requestAnimationFrame(() => box.current?.setSelectionRange(at, at));
  };
  const take = ({ insert, from, to }: Suggestion) =>
    write(text.slice(0, from) + insert + text.slice(to), from + insert.length);

  const submit = async () => {
    const typed = text.trim();
    if (typed === '') return;
    const where = { user: state.me, channel: channel.id, text: typed, ...(threadTs === undefined ? {} : { threadTs }) };
    const act: UiAct = typed.startsWith('/') ? { kind: 'command', ...where } : { kind: 'message', ...where };
    setText('');
    setProblem('');
    const result = await send(act);
    if (result.ok) return;
    setProblem(result.error);
    setText((meanwhile) => (meanwhile === '' ? text : meanwhile));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (suggestions.length > 0 && step !== undefined) {
      setChosen((chosen + step + suggestions.length) % suggestions.length);
    } else if (suggestions.length > 0 && event.key === 'Escape') {
      setHidden(true);
    } else if (current !== undefined && event.key === 'Tab' && !event.shiftKey) {
      take(current);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (current !== undefined && text.trim() !== current.insert.trim()) take(current);
      else void submit();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="composer" data-testid={threadTs === undefined ? 'composer-box' : 'thread-composer-box'}>
      {suggestions.length > 0 && <SuggestionList id={listId} items={suggestions} current={current} onTake={take} />}
      <textarea
        ref={box}
        className="composer-text"
        data-testid={threadTs === undefined ? 'composer' : 'thread-composer'}
        aria-label={label}
        placeholder={label}
        rows={1}
        role="combobox"
        aria-expanded={suggestions.length > 0}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
          setHidden(false);
          setProblem('');
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <button
          type="button"
          className="composer-button"
          aria-label="Insert a command"
          title="Insert a command"
          onClick={() => write('/', 1)}
        >
          /
        </button>
        <button
          type="button"
          className="composer-button"
          aria-label="Mention somebody"
          title="Mention somebody"
          onClick={() => write(text === '' || text.endsWith(' ') ? `${text}@` : `${text} @`, text.length + 2)}
        >
          @
        </button>
        <span className="composer-help">Enter sends · Shift+Enter new line</span>
        <button
          type="button"
          className="composer-send"
          aria-label="Send"
          title="Send"
          aria-disabled={text.trim() === ''}
          onClick={() => void submit()}
        >
          <Icon name="send" size={16} />
        </button>
      </div>
      {problem !== '' && (
        <p className="composer-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
