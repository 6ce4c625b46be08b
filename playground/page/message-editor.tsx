// Changing a message of one's own, in place.
import { useState } from 'react';
import type { UiMessage } from '../protocol.ts';
import { plainWords } from './kit/slack-markup.ts';
import type { SendAct } from './use-workspace.ts';

type Props = {
  readonly message: UiMessage;
  readonly user: string;
  readonly send: SendAct;
  readonly onDone: () => void;
};

/** Enter saves, Escape leaves it as it was. */
export function MessageEditor({ message, user, send, onDone }: Props) {
  const [text, setText] = useState(() => plainWords(message.text));
  const save = () => {
    void send({ kind: 'edit_message', user, channel: message.channel, ts: message.ts, text });
    onDone();
  };
  return (
    <div className="editor">
      <textarea
        className="field"
        aria-label="Edit message"
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          save();
        }}
      />
      <button type="button" className="button" onClick={onDone}>
        Cancel
      </button>
      <button type="button" className="button button-primary" onClick={save}>
        Save
      </button>
    </div>
  );
}
