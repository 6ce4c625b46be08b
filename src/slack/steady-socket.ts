// Keeps a Socket Mode connection coming back: what Bolt's client does with a failed second start, it does here in the open.
import type { Log } from '../application/log.ts';

/** What is needed of Bolt's Socket Mode client. */
type Starting = { start: () => Promise<{ ok: boolean }> };

/**
 * Makes a client's later starts safe. The client (3.1) starts itself again after a lost connection and leaves the promise
 * unwatched, so a refusal while reconnecting, or an orderly end in the middle of it, would reach the process as an unhandled
 * rejection and kill it. The first start still throws, since whoever starts the app wants to know.
 *
 * A later failure with a reason is beyond repair, because the client itself repeats whatever can be repeated: `onFatal` hears
 * of it. One without a reason is the client being told to disconnect.
 */
export function keepSteady(
  socket: Starting,
  { log, onFatal }: { readonly log: Log; readonly onFatal: (error: unknown) => void },
): void {
  const start = socket.start.bind(socket);
  let hasStarted = false;
  socket.start = async () => {
    try {
      const opened = await start();
      hasStarted = true;
      return opened;
    } catch (error) {
      if (!hasStarted) throw error;
      if (error === undefined) log.info('socket closed while it was being opened again');
      else onFatal(error);
      return { ok: false };
    }
  };
}
