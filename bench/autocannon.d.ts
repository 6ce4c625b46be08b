// The little that the load generator uses of autocannon, which ships no types.
declare module 'autocannon' {
  type PreparedRequest = {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  type Client = { setRequests(requests: readonly PreparedRequest[]): void };
  type Options = {
    readonly url: string;
    readonly connections: number;
    /** Requests in all; each connection sends its even share. */
    readonly amount: number;
    readonly setupClient: (client: Client) => void;
  };
  type Result = { readonly non2xx: number; readonly errors: number; readonly timeouts: number };
  type Run = {
    on(event: 'start' | 'response', listener: () => void): void;
    then(done: (result: Result) => void, failed: (error: unknown) => void): void;
  };
  // biome-ignore lint/style/noDefaultExport: that is how autocannon exports it
  export default function autocannon(options: Options): Run;
}
