// Light or dark: the system's choice until a person makes one.
import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from './route.ts';

const query = '(prefers-color-scheme: dark)';

function subscribe(notify: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', notify);
  return () => media.removeEventListener('change', notify);
}

/** The theme in force; written to `<html data-theme>` for the style sheet. */
export function useTheme(chosen: Theme | undefined): Theme {
  const systemIsDark = useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
  const theme = chosen ?? (systemIsDark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
