// One modal: title, blocks, the app's errors, submit and close.
import { type FormEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { ElementValue, StateValues, UiModal } from '../protocol.ts';
import { withEmoji } from './emoji.ts';
import { Icon } from './icon.tsx';
import { BlockList } from './kit/block-list.tsx';
import type { Place } from './kit/kit-context.ts';
import { KitSurface } from './kit/kit-surface.tsx';
import { missingAnswers } from './kit/missing-answers.ts';
import { textSchema } from './kit/schema.ts';
import { useAround, usePage } from './page-context.ts';

const modalSchema = z.looseObject({
  title: textSchema,
  submit: textSchema.nullish(),
  close: textSchema.nullish(),
  blocks: z.array(z.unknown()),
});

type Props = { readonly modal: UiModal; readonly isTop: boolean; readonly depth: number };

/** Focus stays inside, Escape closes it. Empty required inputs are caught here, as Slack does, before the app is asked. */
export function ModalView({ modal, isTop, depth }: Props) {
  const { state, send } = usePage();
  const around = useAround();
  const dialog = useRef<HTMLDialogElement>(null);
  const values = useRef<StateValues>({});
  const [sending, setSending] = useState(false);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const titleId = useId();
  const formId = useId();
  const user = state.me;
  const { viewId } = modal;
  const view = useMemo(() => modalSchema.safeParse(modal.view), [modal.view]);
  const errors = useMemo(() => ({ ...modal.errors, ...missing }), [modal.errors, missing]);

  useEffect(() => {
    if (!isTop) {
      dialog.current?.close();
      return;
    }
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
  }, [isTop]);

  useEffect(() => {
    const first = Object.keys(errors)[0];
    if (first === undefined) return;
    dialog.current
      ?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(first)}"] :is(input, select, textarea)`)
      ?.focus();
  }, [errors]);

  const keepValues = useCallback((next: StateValues) => {
    values.current = next;
    setMissing({});
  }, []);
  const onAct = useCallback(
    (place: Place, value: ElementValue, all: StateValues) =>
      send({ kind: 'block_action', user, source: { type: 'view', viewId }, ...place, value, state: all }),
    [send, user, viewId],
  );
  if (!view.success) return null;
  const { title, submit, close, blocks } = view.data;
  const leave = (clearAll: boolean) =>
    void send({ kind: 'view_close', user, viewId, ...(clearAll ? { clearAll } : {}) });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    const empty = missingAnswers(blocks, values.current);
    setMissing(empty);
    if (Object.keys(empty).length > 0) return;
    setSending(true);
    await send({ kind: 'view_submit', user, viewId, state: values.current });
    setSending(false);
  };
  return (
    <dialog
      ref={dialog}
      className="dialog modal"
      data-testid="modal"
      data-view-id={viewId}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        leave(false);
      }}
    >
      <header className="modal-head">
        <h2 className="dialog-title" id={titleId}>
          {withEmoji(title.text)}
        </h2>
        <button
          type="button"
          className="close"
          aria-label={depth > 1 ? 'Close all' : 'Close'}
          onClick={() => leave(depth > 1)}
        >
          <Icon name="close" />
        </button>
      </header>
      <form id={formId} className="modal-body" onSubmit={onSubmit} noValidate>
        {modal.failed && (
          <p className="modal-failed" role="alert">
            We had some trouble connecting. Try again?
          </p>
        )}
        <KitSurface blocks={blocks} around={around} errors={errors} onAct={onAct} onValues={keepValues}>
          <BlockList blocks={blocks} />
        </KitSurface>
      </form>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => leave(false)}>
          {close?.text ?? 'Cancel'}
        </button>
        {submit != null && (
          <button
            type="submit"
            form={formId}
            className={`button button-primary${sending ? ' is-busy' : ''}`}
            aria-disabled={sending}
          >
            <span className="button-text">{submit.text}</span>
          </button>
        )}
      </footer>
    </dialog>
  );
}
