// The bar on top: list button, connection, clock, theme, people.
import { ClockControl } from './clock-control.tsx';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { PersonSwitch } from './person-switch.tsx';
import { StartOver } from './start-over.tsx';

/** On narrow windows the list button opens the sidebar as a drawer. */
export function TopBar({ drawerOpen, onDrawer }: { readonly drawerOpen: boolean; readonly onDrawer: () => void }) {
  const { state, online, theme, go } = usePage();
  const connected = online && state.appConnected;
  const words = !online ? 'Playground not reachable' : connected ? 'Connected' : `${state.app.name} is not connected`;
  return (
    <header className="top-bar">
      <button
        type="button"
        className="top-button drawer-button"
        aria-label="Channels and messages"
        aria-expanded={drawerOpen}
        onClick={onDrawer}
      >
        <Icon name="list" size={20} />
      </button>
      <span
        className={`connection${connected ? '' : ' connection-lost'}`}
        data-testid="connection"
        role="status"
        title={words}
      >
        <span className="connection-dot" aria-hidden="true" />
        <span className="connection-words">{words}</span>
      </span>
      <ClockControl />
      <StartOver />
      <button
        type="button"
        className="top-button"
        data-testid="theme-toggle"
        aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
        title={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
        onClick={() => go({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <PersonSwitch />
    </header>
  );
}
