// The question an element may ask before it acts.
import { type ReactNode, useState } from 'react';
import { QuestionDialog } from '../question-dialog.tsx';
import { KitText } from './kit-text.tsx';
import type { KitConfirm } from './schema.ts';

/**
 * `ask(run)` runs at once when the element has no `confirm` object, else after a yes. `dialog` is to be drawn beside
 * the element.
 */
export function useConfirm(confirm: KitConfirm | undefined): {
  readonly ask: (run: () => void) => void;
  readonly dialog: ReactNode;
} {
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const ask = (run: () => void) => {
    if (confirm === undefined) run();
    else setWaiting(() => run);
  };
  const dialog = confirm !== undefined && waiting !== null && (
    <QuestionDialog
      title={<KitText text={confirm.title} />}
      text={<KitText text={confirm.text} />}
      yes={<KitText text={confirm.confirm} />}
      no={<KitText text={confirm.deny} />}
      isDangerous={confirm.style === 'danger'}
      onAnswer={(yes) => {
        setWaiting(null);
        if (yes) waiting();
      }}
    />
  );
  return { ask, dialog };
}
