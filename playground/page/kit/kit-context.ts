// What every drawn element needs to know about the surface it stands on, and what it may do there.
import { createContext, useContext } from 'react';
import type { ElementValue, StateValues, UiChannel, UiPerson } from '../../protocol.ts';

/** Where an element stands: Slack identifies it by these two ids. */
export type Place = { readonly blockId: string; readonly actionId: string };

/** The surface around a set of blocks. */
export type Kit = {
  readonly people: readonly UiPerson[];
  readonly channels: readonly UiChannel[];
  readonly me: UiPerson | undefined;
  readonly theme: 'light' | 'dark';
  /** The workspace's clock, milliseconds. */
  readonly now: number;
  /** Unique on the page; prefix for element ids. */
  readonly surfaceId: string;
  readonly values: StateValues;
  /** Validation errors by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Records a choice without telling the app (inputs of a modal). */
  readonly change: (place: Place, value: ElementValue) => void;
  /** Records a choice and tells the app. */
  readonly act: (place: Place, value: ElementValue) => void;
  readonly isBusy: (place: Place) => boolean;
  /** The app did not answer the last click on it. */
  readonly hasFailed: (place: Place) => boolean;
};

/** Provided by `KitSurface`. */
export const KitContext = createContext<Kit | null>(null);

/** The surface around the component; throws outside of one, which is a mistake in the page. */
export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (kit === null) throw new Error('A Block Kit element was drawn outside a KitSurface');
  return kit;
}
