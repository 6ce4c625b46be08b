// Draws workflows in a thread of its own, so that clicks are acknowledged meanwhile.
import { Worker } from 'node:worker_threads';
import type { Look, Picture } from './picture.ts';
import type { Delivery, Order } from './picture-worker.ts';
import type { View } from './view.ts';

/** Draws until closed. */
export type Drawer = {
  /** The pictures of a view, SVG and PNG. Rejects with `DrawingFailed` when they cannot be made. */
  draw(view: View, look: Look): Promise<readonly Picture[]>;
  /** Ends the thread; drawings under way are given up. */
  close(): Promise<void>;
};

/** An accident while drawing. */
export class DrawingFailed extends Error {
  override readonly name = 'DrawingFailed';
}

type Waiting = { readonly resolve: (pictures: readonly Picture[]) => void; readonly reject: (error: Error) => void };

/** A drawer whose thread starts with the first drawing, and again should it have died. */
export function createDrawer(): Drawer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  let isClosed = false;

  /** A thread that fails also ends; by then another one may be at work, which is none of its business. */
  function giveUp(ended: Worker, reason: string): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new DrawingFailed(reason));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./picture-worker.ts', import.meta.url));
    started.on('message', (delivery: Delivery) => {
      const order = waiting.get(delivery.id);
      waiting.delete(delivery.id);
      if (waiting.size === 0) started.unref();
      if (delivery.ok) order?.resolve(delivery.pictures);
      else order?.reject(new DrawingFailed(delivery.error));
    });
    started.on('error', (error) =>
      giveUp(started, `the drawing thread failed: ${error instanceof Error ? error.message : String(error)}`),
    );
    started.on('exit', () => giveUp(started, 'the drawing thread ended'));
    return started;
  }

  return {
    draw(view, look) {
      if (isClosed) return Promise.reject(new DrawingFailed('the drawer is closed'));
      const running = worker ?? start();
      worker = running;
      last += 1;
      const order: Order = { id: last, view, look };
      return new Promise((resolve, reject) => {
        waiting.set(order.id, { resolve, reject });
        running.ref();
        running.postMessage(order);
      });
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
