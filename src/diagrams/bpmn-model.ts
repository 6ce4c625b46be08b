// A BPMN diagram before it is written: nodes on a grid of pools, slots, columns and lines, and what connects them.

/** What a node is. The last three sit on the edge of a task; `undoScope` is an event sub-process. */
export type NodeKind =
  | 'start'
  | 'messageStart'
  | 'messageCatch'
  | 'messageThrow'
  | 'undoScope'
  | 'task'
  | 'userTask'
  | 'undoTask'
  | 'end'
  | 'messageEnd'
  | 'undoEnd'
  | 'choice'
  | 'parallel'
  | 'onError'
  | 'onTimer'
  | 'onUndo';

/**
 * A place on the grid. Each step has a slot in time; within it elements stand in columns and, below each other, in
 * lines. `pool` counts the rows: lanes first, then pools, each in the order of the drawings' columns.
 */
export type Cell = { readonly pool: number; readonly slot: number; readonly column: number; readonly line: number };

/** An element that has a place: an event, a task or a gateway. */
export type Node = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly cell: Cell;
  /** The task on whose edge it sits. */
  readonly on?: string;
  /** The event sub-process it belongs to. */
  readonly inside?: string;
  /** How long, as the team wrote it. */
  readonly deadline?: string;
};

/** A sequence flow; `condition` is there on the ways out of a choice, save the default one. */
export type Flow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
  readonly isDefault?: boolean;
};

/** A link between pools, or from an undo event to the task that undoes. `from` may be the pool of whoever starts it. */
export type Link = { readonly id: string; readonly from: string; readonly to: string };

/** A whole diagram: the coordinator's pool with a lane for each service it commands, and a pool for each other one. */
export type Bpmn = {
  readonly title: string;
  /** What the coordinator's pool is called. */
  readonly name: string;
  /** How many of `pools` are lanes of the coordinator's pool: the first ones; none where nobody coordinates. */
  readonly lanes: number;
  /** The services: those with lanes, then those with pools. */
  readonly pools: readonly string[];
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
  readonly messages: readonly Link[];
  readonly associations: readonly Link[];
};

/** The id of the pool of whoever starts a choreographed workflow. */
export const starterPool = 'Pool_start';

/** Collects a diagram; ids are made from what they connect, so the same steps give the same ids. */
export type Builder = {
  readonly nodes: Node[];
  readonly flows: Flow[];
  readonly messages: Link[];
  readonly associations: Link[];
};

/** An empty diagram to build on. */
export function newBuilder(): Builder {
  return { nodes: [], flows: [], messages: [], associations: [] };
}

/** Adds a node and gives its id. */
export function addNode(builder: Builder, node: Node): string {
  builder.nodes.push(node);
  return node.id;
}

/** Connects two nodes of one pool. */
export function addFlow(
  builder: Builder,
  from: string,
  to: string,
  way: Pick<Flow, 'condition' | 'isDefault'> = {},
): void {
  builder.flows.push({ id: `Flow_${builder.flows.length + 1}`, from, to, ...way });
}

/** Connects two pools. */
export function addMessage(builder: Builder, from: string, to: string): void {
  builder.messages.push({ id: `Message_${builder.messages.length + 1}`, from, to });
}
