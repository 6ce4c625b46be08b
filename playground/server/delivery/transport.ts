// What both ways to the app (sockets, signed HTTP) have in common.
import type { Json } from '../model.ts';

/** The kinds of payload, in Socket Mode's words. */
export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

/** One payload on its way. */
export interface Parcel {
  readonly kind: DeliveryKind;
  readonly body: Json;
  /** 0 at first; then which retry it is (slack-platform.md §2.1). */
  readonly retry: number;
  readonly retryReason: string | undefined;
}

/** Whether the app acknowledged within its time, and with what; `noRetry` when it asked not to be asked again. */
export type Outcome =
  | { readonly acked: true; readonly payload: unknown }
  | {
      readonly acked: false;
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
      readonly noRetry: boolean;
    };

/** A way to the app. */
export interface Transport {
  /** An app can be reached, as far as one knows. */
  connected(): boolean;
  send(parcel: Parcel): Promise<Outcome>;
}
