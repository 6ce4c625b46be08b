// Writes a BPMN diagram as BPMN 2.0 XML with its layout.
import { placeBpmn } from './bpmn-layout.ts';
import { type Bpmn, type Flow, type Link, type Node, type NodeKind, starterPool } from './bpmn-model.ts';
import type { Point, Rect } from './drawing.ts';
import { escapeXml } from './svg.ts';

const tags: Readonly<Record<NodeKind, string>> = {
  start: 'startEvent',
  messageStart: 'startEvent',
  messageCatch: 'intermediateCatchEvent',
  messageThrow: 'intermediateThrowEvent',
  undoScope: 'subProcess',
  task: 'serviceTask',
  userTask: 'userTask',
  undoTask: 'serviceTask',
  end: 'endEvent',
  messageEnd: 'endEvent',
  undoEnd: 'endEvent',
  choice: 'exclusiveGateway',
  parallel: 'parallelGateway',
  onError: 'boundaryEvent',
  onTimer: 'boundaryEvent',
  onUndo: 'boundaryEvent',
};

/** A complete BPMN 2.0 document that modellers open with its layout. */
export function writeBpmn(bpmn: Bpmn): string {
  const { areas, ways } = placeBpmn(bpmn);
  const led = bpmn.lanes > 0 ? ledProcess(bpmn) : '';
  const others = bpmn.pools.map((_, pool) => (pool < bpmn.lanes ? '' : poolProcess(bpmn, pool)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions" targetNamespace="urn:downbeat:workflow" exporter="Downbeat">\n',
    collaboration(bpmn),
    led,
    ...others,
    '<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="Collaboration">\n',
    ...[...areas].map(([id, area]) => shape(bpmn, id, area)),
    ...[...ways].map(([id, points]) => edge(id, points)),
    '</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</bpmn:definitions>\n',
  ].join('');
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escapeXml(value)}"`;
}

function collaboration(bpmn: Bpmn): string {
  const participants = bpmn.pools.map(
    (name, pool) => `<bpmn:participant id="Pool_${pool}"${attribute('name', name)} processRef="Process_${pool}"/>\n`,
  );
  const pools = [
    bpmn.lanes > 0 ? `<bpmn:participant id="Pool"${attribute('name', bpmn.name)} processRef="Process"/>\n` : '',
    bpmn.lanes < bpmn.pools.length ? `<bpmn:participant id="${starterPool}" name="Whoever starts it"/>\n` : '',
    ...participants.slice(bpmn.lanes),
  ].join('');
  const messages = bpmn.messages.map(
    ({ id, from, to }) => `<bpmn:messageFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>\n`,
  );
  return `<bpmn:collaboration id="Collaboration">\n${pools}${messages.join('')}</bpmn:collaboration>\n`;
}

function ledProcess(bpmn: Bpmn): string {
  const lanes = bpmn.pools.slice(0, bpmn.lanes).map((name, pool) => {
    const inside = bpmn.nodes.filter((node) => node.cell.pool === pool && node.inside === undefined);
    const refs = inside.map((node) => `<bpmn:flowNodeRef>${node.id}</bpmn:flowNodeRef>`).join('');
    return `<bpmn:lane id="Pool_${pool}"${attribute('name', name)}>${refs}</bpmn:lane>\n`;
  });
  const nodes = bpmn.nodes.filter((node) => node.cell.pool < bpmn.lanes && node.inside === undefined);
  const content = elements(bpmn, nodes) + bpmn.associations.map(association).join('');
  return `<bpmn:process id="Process"${attribute('name', bpmn.name)} isExecutable="true">\n<bpmn:laneSet id="Lanes">\n${lanes.join('')}</bpmn:laneSet>\n${content}</bpmn:process>\n`;
}

function poolProcess(bpmn: Bpmn, pool: number): string {
  const nodes = bpmn.nodes.filter((node) => node.cell.pool === pool);
  return `<bpmn:process id="Process_${pool}" isExecutable="false">\n${elements(bpmn, nodes)}</bpmn:process>\n`;
}

/** Nodes of one process or sub-process, with the flows between them. */
function elements(bpmn: Bpmn, nodes: readonly Node[]): string {
  const ids = new Set(nodes.map((node) => node.id));
  const flows = bpmn.flows.filter((flow) => ids.has(flow.from));
  return nodes.map((node) => element(bpmn, node)).join('') + flows.map((flow) => sequenceFlow(bpmn, flow)).join('');
}

function element(bpmn: Bpmn, node: Node): string {
  const tag = tags[node.kind];
  const incoming = bpmn.flows
    .filter((flow) => flow.to === node.id)
    .map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`);
  const outgoing = bpmn.flows
    .filter((flow) => flow.from === node.id)
    .map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`);
  const standard = bpmn.flows.find((flow) => flow.from === node.id && flow.isDefault)?.id ?? '';
  const host = node.on === undefined ? '' : ` attachedToRef="${node.on}"`;
  const undoes = node.kind === 'undoTask' ? ' isForCompensation="true"' : '';
  const scope = node.kind === 'undoScope' ? ' triggeredByEvent="true"' : '';
  const attributes = `${attribute('name', node.name)}${attribute('default', standard)}${host}${undoes}${scope}`;
  const inside = elements(
    bpmn,
    bpmn.nodes.filter((each) => each.inside === node.id),
  );
  return `<bpmn:${tag} id="${node.id}"${attributes}>${incoming.join('')}${outgoing.join('')}${definition(node)}${inside}</bpmn:${tag}>\n`;
}

function definition(node: Node): string {
  switch (node.kind) {
    case 'messageStart':
    case 'messageCatch':
    case 'messageThrow':
    case 'messageEnd':
      return `<bpmn:messageEventDefinition id="${node.id}_message"/>`;
    case 'undoEnd':
    case 'onUndo':
      return `<bpmn:compensateEventDefinition id="${node.id}_undo"/>`;
    case 'onError':
      return `<bpmn:errorEventDefinition id="${node.id}_error"/>`;
    case 'onTimer':
      return `<bpmn:timerEventDefinition id="${node.id}_timer"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${escapeXml(duration(node.deadline ?? ''))}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
    case 'start':
    case 'task':
    case 'userTask':
    case 'undoTask':
    case 'end':
    case 'choice':
    case 'parallel':
    case 'undoScope':
      return '';
    default:
      return node.kind satisfies never;
  }
}

/** `24 hours` as an ISO 8601 duration; words that are none stay as they are, for whoever makes it run. */
function duration(text: string): string {
  const found = /^(\d{1,6})\s*(s|sec|second|min|m|minute|h|hour|d|day|w|week|month)s?$/iu.exec(text.trim());
  const unit = found?.[2]?.toLowerCase() ?? '';
  const units: Readonly<Record<string, string>> = { s: 'PT_S', m: 'PT_M', h: 'PT_H', d: 'P_D', w: 'P_W' };
  const pattern = unit === 'month' ? 'P_M' : units[unit.charAt(0)];
  return found?.[1] === undefined || pattern === undefined ? text : pattern.replace('_', found[1]);
}

function sequenceFlow(bpmn: Bpmn, { id, from, to, condition }: Flow): string {
  const isMerge = bpmn.nodes.some((node) => node.id === from && node.kind === 'choice') && condition !== undefined;
  const open = `<bpmn:sequenceFlow id="${id}"${attribute('name', condition ?? '')} sourceRef="${from}" targetRef="${to}"`;
  if (!isMerge) return `${open}/>\n`;
  return `${open}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escapeXml(condition)}</bpmn:conditionExpression></bpmn:sequenceFlow>\n`;
}

function association({ id, from, to }: Link): string {
  return `<bpmn:association id="${id}" associationDirection="One" sourceRef="${from}" targetRef="${to}"/>\n`;
}

function n(value: number): string {
  return String(Math.round(value));
}

function shape(bpmn: Bpmn, id: string, { x, y, width, height }: Rect): string {
  const isPool = id.startsWith('Pool');
  const kind = bpmn.nodes.find((node) => node.id === id)?.kind;
  const extra = isPool
    ? ' isHorizontal="true"'
    : kind === 'choice'
      ? ' isMarkerVisible="true"'
      : kind === 'undoScope'
        ? ' isExpanded="true"'
        : '';
  return `<bpmndi:BPMNShape id="${id}_shape" bpmnElement="${id}"${extra}><dc:Bounds x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/></bpmndi:BPMNShape>\n`;
}

function edge(id: string, points: readonly Point[]): string {
  const way = points.map(({ x, y }) => `<di:waypoint x="${n(x)}" y="${n(y)}"/>`).join('');
  return `<bpmndi:BPMNEdge id="${id}_edge" bpmnElement="${id}">${way}</bpmndi:BPMNEdge>\n`;
}
