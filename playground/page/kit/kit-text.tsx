// A text object inside a label, option or dialog: plain text by ourselves, markup by the renderer.
import { withEmoji } from '../emoji.ts';
import { Rendered } from './rendered.tsx';
import type { KitText as TextObject } from './schema.ts';

/** Draws a text object; plain text is one inline node, so that it may stand inside a button or label. */
export function KitText({ text }: { readonly text: TextObject }) {
  if (text.type === 'plain_text') return <span>{withEmoji(text.text)}</span>;
  return <Rendered block={{ type: 'section', text }} />;
}
