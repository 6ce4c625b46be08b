// The little that the tests use of BPMN tools that ship no types.
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly unknown[] }>;
  }
}
declare module 'bpmnlint/lib/linter.js' {
  // biome-ignore lint/style/noDefaultExport: that is how bpmnlint exports it
  export default class Linter {
    constructor(options: { readonly config: unknown; readonly resolver: unknown });
    lint(root: unknown): Promise<Readonly<Record<string, readonly unknown[]>>>;
  }
}
declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  // biome-ignore lint/style/noDefaultExport: that is how bpmnlint exports it
  export default class NodeResolver {}
}
