// How wide text is in the font that pictures are made with (Noto Sans), and how it is broken into lines.
import { graphemes } from '../domain/workflow/clean-text.ts';

/** A font size in units of the drawing, and whether it is the bold cut. */
export type Font = { readonly size: number; readonly bold: boolean };

/** Advance widths of U+0020 to U+007E in thousandths of the font size, read from Noto Sans regular and bold. */
const ascii = {
  regular: [
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907,
    760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615,
    564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380,
    551, 380, 572,
  ],
  bold: [
    260, 282, 479, 646, 572, 902, 750, 266, 339, 339, 542, 572, 285, 320, 281, 415, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 281, 285, 572, 572, 572, 477, 898, 692, 665, 642, 732, 560, 549, 724, 765, 389, 331, 664, 559, 943,
    813, 791, 621, 791, 656, 551, 577, 756, 650, 967, 670, 626, 579, 331, 415, 331, 572, 411, 365, 599, 632, 516, 632,
    597, 387, 632, 650, 299, 298, 620, 298, 975, 650, 625, 632, 632, 447, 502, 434, 650, 571, 856, 578, 571, 493, 394,
    551, 394, 572,
  ],
} as const;

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]/u;
const alphabet = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Letters that are wider than the rest of their alphabet: modern ones, and those of old or rare spellings. */
const broad = /[ÆæŒœŴŵ©®¼½¾ŉΜΦΨΩΉΌΏπφψωώМЖФШЩЫЮЉЊжмфшщыюљњ\u1e3e-\u1e43\u1e80-\u1e98\u1ee8-\u1ef1ƯưƠơ]/u;
const rare = /[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\u03c8-\u03ff\u0460-\u052f\u1f00-\u1fff]/u;

/** The width of a text in units of the drawing, rather a little too much than too little. */
export function textWidth(text: string, font: Font): number {
  let thousandths = 0;
  for (const part of graphemes(text)) thousandths += graphemeWidth(part, font.bold);
  return (thousandths * font.size) / 1000;
}

function graphemeWidth(part: string, bold: boolean): number {
  const code = part.codePointAt(0) ?? 0x20;
  const known = part.length === 1 ? ascii[bold ? 'bold' : 'regular'][code - 0x20] : undefined;
  if (known !== undefined) return known;
  if (wide.test(part)) return 1000;
  if (code >= 0xfb50 && code <= 0xfdff) return code >= 0xfdf0 ? 6000 : 1200;
  if (rare.test(part)) return 1520;
  const isCapital = /\p{Lu}/u.test(part);
  if (broad.test(part)) return isCapital ? 1240 : 1000;
  if (alphabet.test(part)) return (isCapital ? 790 : 670) + (bold ? 50 : 0);
  return /[·…“”‘’–—]/u.test(part) ? 900 : 1000 * Math.max(1, graphemesOf(part));
}

/** A grapheme of a script that is not drawn as one may come out as its parts side by side. */
function graphemesOf(part: string): number {
  return Math.min(4, [...part].filter((char) => !/\p{M}|\u200d/u.test(char)).length);
}

/** Lines no wider than `width`, at most `max`; words longer than a line are broken, what does not fit ends in an ellipsis. */
export function wrap(text: string, limits: Font & { readonly width: number; readonly max: number }): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of pieces(text)) {
    const longer = line + word;
    if (line === '' || textWidth(longer.trimEnd(), limits) <= limits.width) line = longer;
    else {
      lines.push(line.trim());
      line = word.trimStart();
    }
    while (textWidth(line.trimEnd(), limits) > limits.width && graphemes(line).length > 1) {
      const head = fitting(line, limits);
      lines.push(head);
      line = line.slice(head.length);
    }
    if (lines.length > limits.max) break;
  }
  if (line.trim() !== '') lines.push(line.trim());
  if (lines.length <= limits.max) return lines;
  return [...lines.slice(0, limits.max - 1), shortened(lines.slice(limits.max - 1).join(' '), limits)];
}

/** The text on one line, cut with an ellipsis where it is wider than `width`. */
export function shortened(text: string, limits: Font & { readonly width: number }): string {
  if (textWidth(text, limits) <= limits.width) return text;
  const room = limits.width - textWidth('…', limits);
  return `${fitting(text, { ...limits, width: room }).trimEnd()}…`;
}

function pieces(text: string): readonly string[] {
  return text.split(/(?<=[\s/\-\u3001\u3002\u3040-\u30ff\u4e00-\u9fff])/u);
}

function fitting(text: string, limits: Font & { readonly width: number }): string {
  let head = '';
  let width = 0;
  for (const part of graphemes(text)) {
    width += textWidth(part, limits);
    if (width > limits.width && head !== '') break;
    head += part;
  }
  return head;
}
