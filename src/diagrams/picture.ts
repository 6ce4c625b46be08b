// Makes the pictures of a workflow, one after the other. Takes tens of milliseconds each: run it off the main thread.
import { Resvg } from '@resvg/resvg-js';
import { fontsFor } from './fonts.ts';
import { layOut } from './layout.ts';
import type { Width } from './metrics.ts';
import { scenesOf, styleName } from './scenes.ts';
import { slug } from './slug.ts';
import { writeSvg } from './svg.ts';
import type { Theme } from './theme.ts';
import type { View } from './view.ts';
import { altText } from './words.ts';

/** How pictures look, and how many steps one may hold (8 if not given). */
export type Look = { readonly theme: Theme; readonly width: Width; readonly stepsAPicture?: number };

/** One picture as files. */
export type Picture = {
  /** Without an ending: `order-fulfilment-orchestrated-1`. */
  readonly fileName: string;
  /** What it shows, in a few words. */
  readonly caption: string;
  /** The flow in sentences, at most 1,000 characters. */
  readonly altText: string;
  readonly svg: string;
  readonly png: Uint8Array;
  /** Said where letters occur that show as empty boxes, or on top of each other. */
  readonly notice?: string;
};

/** Pixels of the widest PNG; Slack shows smaller ones and opens this one. */
const mostPixels = 2400;
const missingLetters = 'Some letters of these names cannot be drawn well here. The page in words has them all.';

/** Draws every picture of a view. */
export function drawPictures(view: View, look: Look): readonly Picture[] {
  const description = altText(view);
  const scenes = scenesOf(view, look.stepsAPicture);
  return scenes.map((scene, place): Picture => {
    const drawing = layOut(scene, look.width);
    const caption = `${scene.title} · ${scene.subtitle}`;
    const svg = writeSvg(drawing, { theme: look.theme, title: caption, description });
    const fonts = fontsFor(drawing.labels.map((label) => label.text).join(' '));
    const zoom = Math.min(look.width === 'narrow' ? 2 : 1.5, mostPixels / drawing.width);
    const png = new Resvg(svg, {
      font: { loadSystemFonts: !fonts.isComplete, fontFiles: [...fonts.files], defaultFontFamily: 'Noto Sans' },
      fitTo: { mode: 'zoom', value: zoom },
    })
      .render()
      .asPng();
    const fileName = `${slug(view.title)}-${slug(styleName(view.style))}-${place + 1}`;
    const notice = fonts.isComplete ? {} : { notice: missingLetters };
    return { fileName, caption, altText: description, svg, png, ...notice };
  });
}
