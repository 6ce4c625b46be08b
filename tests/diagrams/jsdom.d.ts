// The little that the tests use of jsdom, which ships no types.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: Window & { readonly DOMParser: typeof DOMParser };
  }
}
