// The sizes of the two kinds of picture. Units are pixels at scale one.
import type { Font } from './measure.ts';

/** How a picture is used: wide has the words inside its boxes, narrow beside them so that 400 pixels are enough. */
export type Width = 'wide' | 'narrow';

/** Sizes that the layout works with. */
export type Metrics = {
  readonly margin: number;
  readonly leadWidth: number;
  readonly boxWidth: number;
  readonly gutter: number;
  /** Least height of a box. */
  readonly boxHeight: number;
  readonly rowGap: number;
  readonly padding: number;
  /** Least distance between two arrows on one side of a box. */
  readonly portGap: number;
  readonly title: Font;
  readonly subtitle: Font;
  readonly heading: Font;
  readonly action: Font;
  readonly note: Font;
  readonly service: Font;
  readonly lineHeight: number;
  readonly noteHeight: number;
  /** Room for the words beside the lanes; zero when they stand in the boxes. */
  readonly sideWidth: number;
  readonly headerHeight: number;
};

const narrowWidth = 400;
const leastSide = 150;

/** The sizes for a picture with so many columns. They depend on nothing else, so styles share their columns. */
export function metricsFor(width: Width, columns: number): Metrics {
  if (width === 'wide') {
    return {
      margin: 28,
      leadWidth: 126,
      boxWidth: 140,
      gutter: 34,
      boxHeight: 44,
      rowGap: 20,
      padding: 9,
      portGap: 12,
      title: { size: 20, bold: true },
      subtitle: { size: 13, bold: false },
      heading: { size: 13.5, bold: true },
      action: { size: 12.5, bold: true },
      note: { size: 11, bold: false },
      service: { size: 12.5, bold: true },
      lineHeight: 16,
      noteHeight: 14.5,
      sideWidth: 0,
      headerHeight: 44,
    };
  }
  const pitch = Math.max(23, Math.min(34, 150 / Math.max(1, columns)));
  const boxWidth = Math.round(pitch * 0.6);
  const gutter = Math.round(pitch) - boxWidth;
  const margin = 10;
  const lanes = boxWidth + gutter + columns * (boxWidth + gutter);
  return {
    margin,
    leadWidth: boxWidth,
    boxWidth,
    gutter,
    boxHeight: boxWidth,
    rowGap: 11,
    padding: 0,
    portGap: 6,
    title: { size: 15, bold: true },
    subtitle: { size: 11.5, bold: false },
    heading: { size: 12.5, bold: true },
    action: { size: 12, bold: true },
    note: { size: 11, bold: false },
    service: { size: 11, bold: true },
    lineHeight: 15,
    noteHeight: 14,
    sideWidth: Math.max(leastSide, narrowWidth - 2 * margin - lanes - 4),
    headerHeight: 96,
  };
}
