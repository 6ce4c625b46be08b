// Runs in a worker thread: draws what it is sent and sends the pictures back.
import { parentPort } from 'node:worker_threads';
import { drawPictures, type Look, type Picture } from './picture.ts';
import type { View } from './view.ts';

/** What the drawer asks of its worker. */
export type Order = { readonly id: number; readonly view: View; readonly look: Look };

/** What comes back: the pictures, or why there are none. */
export type Delivery =
  | { readonly id: number; readonly ok: true; readonly pictures: readonly Picture[] }
  | { readonly id: number; readonly ok: false; readonly error: string };

parentPort?.on('message', ({ id, view, look }: Order) => {
  parentPort?.postMessage(deliver(id, view, look));
});

function deliver(id: number, view: View, look: Look): Delivery {
  try {
    return { id, ok: true, pictures: drawPictures(view, look) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
