// A yes-or-no question in front of the page.
import { type ReactNode, useEffect, useId, useRef } from 'react';

type Props = {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly yes: ReactNode;
  readonly no: ReactNode;
  readonly isDangerous?: boolean;
  readonly onAnswer: (yes: boolean) => void;
};

/** Modal: the rest of the page is inert. Escape answers no; the harmless answer has the focus first. */
export function QuestionDialog({ title, text, yes, no, isDangerous = false, onAnswer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog dialog-small"
      data-testid="confirm"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onAnswer(false);
      }}
    >
      <h2 className="dialog-title" id={titleId}>
        {title}
      </h2>
      <div className="dialog-body">{text}</div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {no}
        </button>
        <button
          type="button"
          className={isDangerous ? 'button button-danger' : 'button button-primary'}
          onClick={() => onAnswer(true)}
        >
          {yes}
        </button>
      </div>
    </dialog>
  );
}
