// Decides which messages with which files show a decision's drawings.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import { acceptedWorkflowOf, viewsOf, workflowOf } from '../../domain/decision/workflow-of.ts';
import { stepsSince } from '../../domain/workflow/since.ts';
import { impactOf, whatIf } from '../../domain/workflow/what-if.ts';
import { changeInWords, touchedInWords, whatIfInWords } from '../../domain/workflow/wording.ts';
import type { DrawnStyle } from '../../domain/workflow/workflow.ts';
import type { Artist, DrawingOrder, DrawnPicture, DrawnText, Theme } from './artist.ts';
import type { Drawable } from './drawing-effect.ts';
import type { NewFile } from './file-surface.ts';
import { readChange, sayChange } from './what-if-words.ts';

/** One message with files, known by `key`: what has been shown under a key is not shown again. */
export type Sheet = { readonly key: string; make(): Promise<Made> };

type Made = { readonly heading: string; readonly lines: readonly string[]; readonly files: readonly NewFile[] };
type FileKind = Exclude<Drawable, Theme>;

/** What sheets are made from. */
export type SheetInput = {
  readonly artist: Artist;
  readonly decision: StartedDecision;
  readonly words: ReadonlyMap<WordRef, string>;
};

const styleWords: Readonly<Record<DrawnStyle, { readonly name: string; readonly says: string }>> = {
  orchestrated: {
    name: 'Orchestrated',
    says: 'A coordinator tells each service what to do, and has everything taken back when it must be.',
  },
  choreographed: {
    name: 'Choreographed',
    says: 'Nobody is in charge: each service hears what others publish and acts by itself.',
  },
  hybrid: { name: 'Split', says: 'A coordinator runs one part and publishes how it ends; the rest listens.' },
};

const fileKinds = {
  svg: 'As SVG, to zoom and to put into a page.',
  mermaid: 'As Mermaid, to paste where it is drawn from text.',
  words: 'In plain words, to read without knowing any notation.',
  bpmn: 'As BPMN 2.0, to open in a process modeler.',
} as const satisfies Readonly<Record<FileKind, string>>;

/** The orders for every style that is due; none without steps. */
export function ordersOf({ decision, words }: Omit<SheetInput, 'artist'>): readonly DrawingOrder[] {
  const workflow = workflowOf(decision, words);
  if (workflow === null) return [];
  const title = words.get(decision.title) ?? '';
  return viewsOf(decision, words).map((view) => ({ ...view, workflow, title }));
}

/** Under which keys the messages for what was asked for are known: pictures have one a style, other files one for all. */
export function sheetKeys(input: Omit<SheetInput, 'artist'>, what: Drawable): readonly string[] {
  const { round, workflow } = input.decision;
  const orders = ordersOf(input);
  const again = acceptedWorkflowOf(input.decision, input.words) === null ? '' : `-round-${round}`;
  const split = orders.some(({ style }) => style === 'hybrid') ? `-${workflow?.partEdition ?? 0}` : '';
  const key = `drawing-${what}-${workflow?.edition ?? 0}`;
  if (isTheme(what)) return orders.map(({ style }) => `${key}${again}-${style}${style === 'hybrid' ? split : ''}`);
  return orders.length === 0 ? [] : [`${key}${split}`];
}

/** The messages that show what was asked for. */
export function sheetsOf(input: SheetInput, what: Drawable): readonly Sheet[] {
  const { artist } = input;
  const orders = isTheme(what) ? ordersOf(input).map((order) => sinceAcceptance(order, input)) : ordersOf(input);
  return sheetKeys(input, what).map((key, place) => ({
    key,
    make: () =>
      isTheme(what) ? pictureMessage(artist, orders.slice(place, place + 1), what) : fileMessage(artist, orders, what),
  }));
}

/** After the acceptance a picture shows what has changed since; files show the steps as they are. */
function sinceAcceptance(order: DrawingOrder, { decision, words }: SheetInput): DrawingOrder {
  const before = acceptedWorkflowOf(decision, words);
  if (before === null) return order;
  const parts = order.part === undefined ? undefined : { before: order.part, after: order.part };
  return { ...order, workflow: before, impact: impactOf(before, order.workflow, parts) };
}

/** What has changed since the acceptance, and what has to follow in this style; nothing before one. */
function sinceInWords({ workflow, impact, style }: DrawingOrder): readonly string[] {
  if (impact === undefined) return [];
  const lines = stepsSince(workflow, impact.after);
  if (lines.length === 0) return ['The steps are those it was accepted with.'];
  const touched = impact[style];
  const follow = touched === undefined ? [] : [`What has to follow: ${touchedInWords(touched)}.`];
  const marked =
    'Since it was accepted, the steps have changed. What is new or different is marked, what is gone struck through.';
  return [marked, ...lines, ...follow];
}

function isTheme(what: Drawable): what is Theme {
  return what === 'light' || what === 'dark';
}

/** The message that shows the Nth change tried, from 1; null when it or the steps are gone. */
export function whatIfSheet(input: SheetInput, number: number): Sheet | null {
  const { artist, decision, words } = input;
  const tried = decision.workflow?.whatIfs[number - 1];
  const change = readChange(tried === undefined ? undefined : words.get(tried.ref));
  const orders = ordersOf(input);
  const [first] = orders;
  if (change === null || first === undefined) return null;
  const part = orders.find(({ style }) => style === 'hybrid')?.part;
  const counted = whatIf(first.workflow, change, part);
  return {
    key: `drawing-what-if-${number}`,
    async make() {
      const drawn = await Promise.all(
        orders.map(async (order) => {
          const pictures = await artist.pictures({ ...order, impact: counted }, 'light');
          return pictures.map((picture) => pictureFile(picture));
        }),
      );
      return {
        heading: `What if: ${changeInWords(counted)}`,
        lines: [
          sayChange(change, first.workflow),
          ...whatIfInWords(counted).map((line) => `•  ${line}`),
          'What would have to change is marked in the drawings.',
        ],
        files: drawn.flat(),
      };
    },
  };
}

async function pictureMessage(artist: Artist, orders: readonly DrawingOrder[], theme: Theme): Promise<Made> {
  const pictures = (await Promise.all(orders.map((order) => artist.pictures(order, theme)))).flat();
  const says = orders.map(({ style }) => styleWords[style].says);
  const notices = new Set(pictures.flatMap(({ notice }) => notice ?? []));
  const names = orders.map(({ style }) => styleWords[style].name);
  return {
    heading: [titleOf(orders), ...names].join(' · '),
    lines: [...says, ...orders.flatMap(sinceInWords), ...notices],
    files: pictures.map(pictureFile),
  };
}

async function fileMessage(artist: Artist, orders: readonly DrawingOrder[], kind: FileKind): Promise<Made> {
  const files = await Promise.all(orders.map((order) => filesOf(artist, order, kind)));
  return { heading: titleOf(orders), lines: [fileKinds[kind]], files: files.flat() };
}

function pictureFile({ fileName, caption, altText, png }: DrawnPicture): NewFile {
  return { name: `${fileName}.png`, title: caption, altText, bytes: png };
}

async function filesOf(artist: Artist, order: DrawingOrder, kind: FileKind): Promise<readonly NewFile[]> {
  if (kind !== 'svg') return [textFile(artist[kind](order), order)];
  const pictures = await artist.pictures(order, 'light');
  return pictures.map(({ fileName, caption, altText, svg }) => ({
    name: `${fileName}.svg`,
    title: caption,
    altText,
    bytes: new TextEncoder().encode(svg),
  }));
}

function textFile({ name, text }: DrawnText, order: DrawingOrder): NewFile {
  const title = `${titleOf([order])} · ${styleWords[order.style].name}`;
  return { name, title, altText: null, bytes: new TextEncoder().encode(text) };
}

function titleOf([first]: readonly DrawingOrder[]): string {
  return first === undefined || first.title === '' ? 'The workflow' : first.title;
}
