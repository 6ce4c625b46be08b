// The person's open modals, the newest on top.
import { ModalView } from './modal-view.tsx';
import { usePage } from './page-context.ts';

/** Only the top one is shown and reachable, as in Slack; the ones below come back when it closes. */
export function ModalStack() {
  const { state } = usePage();
  const top = state.modals.at(-1);
  return state.modals.map((modal) => (
    <ModalView key={`${state.me}/${modal.viewId}`} modal={modal} isTop={modal === top} depth={state.modals.length} />
  ));
}
