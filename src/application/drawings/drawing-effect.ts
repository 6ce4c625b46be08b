// Names what is owed when somebody asks for drawings.

/** What can be asked for: pictures for a light or a dark background, or a file of a kind. */
export const drawables = ['light', 'dark', 'svg', 'mermaid', 'words', 'bpmn'] as const;
export type Drawable = (typeof drawables)[number];

const DRAWINGS = 'drawings.';

/** The effect that shows the drawings of the steps as they are then. */
export function drawingsEffect(what: Drawable): string {
  return `${DRAWINGS}${what}`;
}

/** What an effect shows, or null for an effect of another kind. */
export function drawableOfEffect(effect: string): Drawable | null {
  return drawables.find((what) => drawingsEffect(what) === effect) ?? null;
}

/** Tells whether a text names something that can be drawn. */
export function isDrawable(text: string): text is Drawable {
  return drawables.some((what) => what === text);
}
