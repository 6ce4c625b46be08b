// What every part of the page needs: the workspace as loaded, what is open, and how to act.
import { createContext, useContext, useMemo } from 'react';
import type { UiPerson, UiState } from '../protocol.ts';
import type { Kit } from './kit/kit-context.ts';
import type { Route, Theme } from './route.ts';
import type { SendAct } from './use-workspace.ts';

/** See the file's first line. */
export type Page = {
  readonly state: UiState;
  readonly online: boolean;
  readonly me: UiPerson | undefined;
  readonly theme: Theme;
  readonly route: Route;
  readonly go: (change: Route) => void;
  readonly send: SendAct;
};

/** Provided by `App` once the workspace is loaded. */
export const PageContext = createContext<Page | null>(null);

/** The page around the component; throws outside of `App`, which is a mistake in the page. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A part of the page was drawn outside App');
  return page;
}

/** The part of the page that Block Kit surfaces need; stable while none of it changes, so that rows stay memoised. */
export function useAround(): Pick<Kit, 'people' | 'channels' | 'me' | 'theme' | 'now'> {
  const { state, me, theme } = usePage();
  const people = JSON.stringify(state.people);
  const channels = JSON.stringify(state.channels.map(({ id, name, archived }) => ({ id, name, archived })));
  const now = Math.floor(Date.parse(state.clock.now) / 60_000) * 60_000;
  // biome-ignore lint/correctness/useExhaustiveDependencies: people and channels are compared by content
  return useMemo(
    () => ({ people: state.people, channels: state.channels, me, theme, now }),
    [people, channels, me?.id, theme, now],
  );
}
