// Draws what the application orders.
import type { Artist, DrawingOrder, DrawnText } from '../application/drawings/artist.ts';
import { bpmnOf } from './bpmn.ts';
import type { Drawer } from './drawer.ts';
import { mermaidOf } from './mermaid.ts';
import { styleName } from './scenes.ts';
import { slug } from './slug.ts';
import { impactView, type View } from './view.ts';
import { wordsPage } from './words.ts';

/** An artist that draws with this drawer. Pictures are narrow: they stand in threads and on phones. */
export function createArtist(drawer: Drawer): Artist {
  return {
    pictures: (order, theme) => drawer.draw(viewOf(order), { theme, width: 'narrow' }),
    mermaid: (order) => textOf(order, 'mmd', mermaidOf),
    words: (order) => textOf(order, 'md', wordsPage),
    bpmn: (order) => textOf(order, 'bpmn', bpmnOf),
  };
}

function viewOf({ impact, ...view }: DrawingOrder): View {
  return impact === undefined ? view : impactView(view, impact);
}

function textOf(order: DrawingOrder, ending: string, write: (view: View) => string): DrawnText {
  return { name: `${slug(order.title)}-${slug(styleName(order.style))}.${ending}`, text: write(viewOf(order)) };
}
