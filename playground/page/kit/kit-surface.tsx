// Holds the state of a set of blocks (values, clicks in flight) and keeps the focus when the app redraws them.
import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ElementValue, StateValues, UiActResult } from '../../protocol.ts';
import { valuesFor } from './initial-values.ts';
import { type Kit, KitContext, type Place } from './kit-context.ts';

type Props = {
  readonly blocks: readonly unknown[];
  readonly around: Pick<Kit, 'people' | 'channels' | 'me' | 'theme' | 'now'>;
  readonly errors?: Readonly<Record<string, string>>;
  /** Tells the app about a choice, with the values of the whole surface. */
  readonly onAct: (place: Place, value: ElementValue, values: StateValues) => Promise<UiActResult>;
  readonly failedActionIds?: readonly string[];
  /** Called with the values whenever they change; a modal sends them when it is submitted. */
  readonly onValues?: (values: StateValues) => void;
  readonly children: ReactNode;
};

const noErrors = {};
const nothingFailed: readonly string[] = [];
const keyOf = (place: Place) => `${place.blockId}/${place.actionId}`;

/** Provides {@link Kit} to the blocks inside. */
export function KitSurface(props: Props) {
  const { blocks, around, errors = noErrors, onAct, failedActionIds = nothingFailed, onValues, children } = props;
  const surfaceId = useId();
  const [values, setValues] = useState<StateValues>(() => valuesFor(blocks, {}));
  const [busy, setBusy] = useState<readonly string[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  /** Action id of the element that has the focus, empty for one without, null while the focus is elsewhere. */
  const focused = useRef<string | null>(null);

  const drawn = useRef(blocks);
  useLayoutEffect(() => {
    if (drawn.current === blocks) return;
    drawn.current = blocks;
    setValues((kept) => valuesFor(blocks, kept));
    const actionId = focused.current;
    if (actionId === null || document.activeElement !== document.body) return;
    const same = frame.current?.querySelector<HTMLElement>(`[data-action-id="${CSS.escape(actionId)}"]`);
    (same ?? frame.current)?.focus({ preventScroll: true });
  }, [blocks]);

  useEffect(() => {
    const box = frame.current;
    const onIn = (event: FocusEvent) => {
      focused.current = event.target instanceof HTMLElement ? (event.target.dataset.actionId ?? '') : '';
    };
    const onOut = (event: FocusEvent) => {
      if (event.relatedTarget !== null) focused.current = null;
    };
    box?.addEventListener('focusin', onIn);
    box?.addEventListener('focusout', onOut);
    return () => {
      box?.removeEventListener('focusin', onIn);
      box?.removeEventListener('focusout', onOut);
    };
  }, []);

  useEffect(() => onValues?.(values), [values, onValues]);

  const change = useCallback((place: Place, value: ElementValue): StateValues => {
    const merge = (before: StateValues): StateValues => ({
      ...before,
      [place.blockId]: { ...before[place.blockId], [place.actionId]: value },
    });
    setValues(merge);
    return { [place.blockId]: { [place.actionId]: value } };
  }, []);

  const act = useCallback(
    async (place: Place, value: ElementValue): Promise<void> => {
      const key = keyOf(place);
      if (busy.includes(key)) return;
      const holdsValue = values[place.blockId]?.[place.actionId] !== undefined;
      const changed = holdsValue ? change(place, value) : {};
      const sent = { ...values };
      for (const [block, inside] of Object.entries(changed)) sent[block] = { ...sent[block], ...inside };
      setBusy((keys) => [...keys, key]);
      await onAct(place, value, sent);
      setBusy((keys) => keys.filter((other) => other !== key));
    },
    [busy, values, change, onAct],
  );

  const kit = useMemo<Kit>(
    () => ({
      ...around,
      surfaceId,
      values,
      errors,
      change: (place, value) => void change(place, value),
      act: (place, value) => void act(place, value),
      isBusy: (place) => busy.includes(keyOf(place)),
      hasFailed: (place) => failedActionIds.includes(place.actionId),
    }),
    [around, surfaceId, values, errors, change, act, busy, failedActionIds],
  );

  return (
    <KitContext value={kit}>
      {/* A redraw may take the focused button away; its successor, else the frame, then takes the focus. */}
      <div ref={frame} tabIndex={-1} className="kit-surface">
        {children}
      </div>
    </KitContext>
  );
}
