// The app's Home tab.
import { useCallback, useEffect } from 'react';
import { z } from 'zod';
import type { ElementValue, StateValues } from '../protocol.ts';
import { BlockList } from './kit/block-list.tsx';
import type { Place } from './kit/kit-context.ts';
import { KitSurface } from './kit/kit-surface.tsx';
import { useAround, usePage } from './page-context.ts';

const homeSchema = z.looseObject({ blocks: z.array(z.unknown()).default([]) });

/** Tells the app that its Home was opened, then shows what it published. */
export function HomeView() {
  const { state, send } = usePage();
  const around = useAround();
  const user = state.me;
  const viewId = state.home?.viewId ?? '';
  useEffect(() => {
    void send({ kind: 'open_home', user, tab: 'home' });
  }, [send, user]);
  const onAct = useCallback(
    (place: Place, value: ElementValue, values: StateValues) =>
      send({ kind: 'block_action', user, source: { type: 'view', viewId }, ...place, value, state: values }),
    [send, user, viewId],
  );
  const view = homeSchema.safeParse(state.home?.view);
  const blocks = view.success ? view.data.blocks : [];
  return (
    <section className="pane" aria-label={`${state.app.name} Home`} data-testid="home">
      <header className="pane-head">
        <h1 className="pane-title">{state.app.name}</h1>
        <span className="pane-detail">Home</span>
      </header>
      <div className="messages">
        <div className="home">
          {blocks.length === 0 ? (
            <p className="empty">{state.app.name} has not published its Home yet.</p>
          ) : (
            <KitSurface key={user} blocks={blocks} around={around} onAct={onAct}>
              <BlockList blocks={blocks} />
            </KitSurface>
          )}
        </div>
      </div>
    </section>
  );
}
