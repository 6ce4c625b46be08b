// The whole page: bars, sidebar, conversation, thread, modals.
import { useEffect, useMemo, useState } from 'react';
import { ChannelView } from './channel-view.tsx';
import { HomeView } from './home-view.tsx';
import { LiveRegion } from './live-region.tsx';
import { ModalStack } from './modal-stack.tsx';
import { NoticeList } from './notice-list.tsx';
import { type Page, PageContext } from './page-context.ts';
import { useRoute } from './route.ts';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { TopBar } from './top-bar.tsx';
import { usePersonKeys } from './use-person-keys.ts';
import { useTheme } from './use-theme.ts';
import { useWorkspace } from './use-workspace.ts';

/** The root component. */
export function App() {
  const [route, go] = useRoute();
  const { state, online, send } = useWorkspace(route.user);
  const theme = useTheme(route.theme);
  const [drawer, setDrawer] = useState(false);
  usePersonKeys(state?.people ?? [], go);
  useEffect(() => {
    if (!drawer) return;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setDrawer(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [drawer]);

  const page = useMemo<Page | null>(
    () =>
      state === null
        ? null
        : { state, online, me: state.people.find((person) => person.id === state.me), theme, route, go, send },
    [state, online, theme, route, go, send],
  );
  if (page === null || state === null) {
    return <p className="loading">{online ? 'Opening the workspace …' : 'The playground server cannot be reached.'}</p>;
  }

  const isHome = route.channel === 'home';
  const open =
    state.channels.find((channel) => channel.id === route.channel) ??
    state.channels.find((channel) => channel.isMember && channel.appIsMember && channel.kind !== 'im') ??
    state.channels.find((channel) => channel.isMember);
  const thread = isHome || open === undefined ? undefined : route.thread;

  return (
    <PageContext value={page}>
      <div className={`app${drawer ? ' has-drawer' : ''}${thread === undefined ? '' : ' has-thread'}`}>
        <TopBar drawerOpen={drawer} onDrawer={() => setDrawer(!drawer)} />
        <Sidebar openId={isHome ? 'home' : open?.id} onChosen={() => setDrawer(false)} />
        {drawer && (
          <button type="button" className="drawer-shade" aria-label="Close the list" onClick={() => setDrawer(false)} />
        )}
        <main className="main">
          {isHome && <HomeView />}
          {!isHome && open !== undefined && <ChannelView key={`${state.me}/${open.id}`} channel={open} />}
        </main>
        {thread !== undefined && open !== undefined && (
          <ThreadPane key={`${state.me}/${open.id}/${thread}`} channel={open} threadTs={thread} />
        )}
        <NoticeList />
        <ModalStack />
        <LiveRegion channelId={open?.id} />
      </div>
    </PageContext>
  );
}
