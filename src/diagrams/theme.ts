// The colours of pictures, light and dark. Nothing is told by colour alone.
import type { Box, Label } from './drawing.ts';
import type { EdgeKind } from './scene.ts';

/** Which background a picture is made for. */
export type Theme = 'light' | 'dark';

type Colours = {
  readonly paper: string;
  readonly lane: string;
  readonly text: Readonly<Record<Label['tone'], string>>;
  readonly line: Readonly<Record<EdgeKind, string>>;
  readonly box: Readonly<Record<Box['role'], { readonly fill: string; readonly edge: string }>>;
};

/** Text reaches a contrast of 4.5 to one on every fill, lines and edges 3 to one on the paper (WCAG 2.2, 1.4.3 and 1.4.11). */
export const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    paper: '#ffffff',
    lane: '#f4f6f9',
    text: { ink: '#1c2733', muted: '#55616e', coordinator: '#33459c', event: '#0b6259', failure: '#a3281c' },
    line: {
      command: '#4257b8',
      reply: '#6f7d8c',
      event: '#12807a',
      branch: '#80571a',
      failure: '#b8372a',
      takeBack: '#b8372a',
    },
    box: {
      step: { fill: '#ffffff', edge: '#75838f' },
      optional: { fill: '#fafbfc', edge: '#75838f' },
      action: { fill: '#fdf6ea', edge: '#80571a' },
      failed: { fill: '#fdeeec', edge: '#b8372a' },
      undo: { fill: '#fff8f7', edge: '#b8372a' },
      removed: { fill: '#f4f6f9', edge: '#55616e' },
      service: { fill: '#e6eaef', edge: '#e6eaef' },
      coordinator: { fill: '#e9edfc', edge: '#4257b8' },
      start: { fill: '#e3f2f0', edge: '#12807a' },
    },
  },
  dark: {
    paper: '#14181d',
    lane: '#1b2127',
    text: { ink: '#e9eef3', muted: '#a6b2be', coordinator: '#b7c4ff', event: '#7fd6cb', failure: '#ffaa9e' },
    line: {
      command: '#8d9ef2',
      reply: '#8a97a4',
      event: '#4fb8ae',
      branch: '#d6a557',
      failure: '#f0796b',
      takeBack: '#f0796b',
    },
    box: {
      step: { fill: '#242c34', edge: '#76838f' },
      optional: { fill: '#1d242b', edge: '#76838f' },
      action: { fill: '#2e271a', edge: '#d6a557' },
      failed: { fill: '#3a2220', edge: '#f0796b' },
      undo: { fill: '#2a1f1f', edge: '#f0796b' },
      removed: { fill: '#1b2127', edge: '#a6b2be' },
      service: { fill: '#2f3943', edge: '#2f3943' },
      coordinator: { fill: '#252d4d', edge: '#8d9ef2' },
      start: { fill: '#1a3231', edge: '#4fb8ae' },
    },
  },
};

/** How each kind of line is dashed; solid where empty. */
export const dashes: Readonly<Record<EdgeKind, string>> = {
  command: '',
  reply: '2 3',
  event: '',
  branch: '9 3 2 3',
  failure: '6 4',
  takeBack: '6 4',
};
