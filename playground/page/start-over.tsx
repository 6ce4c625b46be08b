// Forgets everything, after a question.
import { useState } from 'react';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { QuestionDialog } from './question-dialog.tsx';

/** The button and its confirmation. */
export function StartOver() {
  const { send, go } = usePage();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="top-button top-button-words" onClick={() => setAsking(true)}>
        <Icon name="restart" />
        <span className="top-button-text">Start over</span>
      </button>
      {asking && (
        <QuestionDialog
          title="Start over?"
          text="All messages and all decisions of this playground are deleted. This cannot be undone."
          yes="Delete everything"
          no="Keep it"
          isDangerous
          onAnswer={(yes) => {
            setAsking(false);
            if (!yes) return;
            void send({ kind: 'start_over' });
            go({ thread: undefined });
          }}
        />
      )}
    </>
  );
}
