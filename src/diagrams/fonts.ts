// Which font files a picture needs: they come with the application, since a bare machine has none.
import { fileURLToPath } from 'node:url';

const covered = {
  han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
  hangul: /\p{Script=Hangul}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
} as const;

/**
 * Letters that one of the fonts has and resvg draws well; with them marks that combine with letters, and marks that most
 * scripts share. Devanagari is not among them: resvg 2.6 puts its vowel signs over their neighbours, in any font.
 */
const known =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s -~\u00a0-\u00ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3000-\u303f\u30fb\u30fc\uff00-\uffef]*$/u;

/** Font files for some text. `isComplete` is false where letters occur that do not come out well. */
export type FontChoice = { readonly files: readonly string[]; readonly isComplete: boolean };

/**
 * Chooses the fonts for a text: the large ones only when it needs them. Only the first font's bold cut is used: resvg
 * looks for missing letters in any font, whatever its weight.
 */
export function fontsFor(text: string): FontChoice {
  const files = [
    ...fontFiles(import.meta.resolve('@embedpdf/fonts-latin'), ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf']),
    ...(covered.arabic.test(text)
      ? fontFiles(import.meta.resolve('@embedpdf/fonts-arabic'), ['NotoNaskhArabic-Regular.ttf'])
      : []),
    ...(covered.hebrew.test(text)
      ? fontFiles(import.meta.resolve('@embedpdf/fonts-hebrew'), ['NotoSansHebrew-Regular.ttf'])
      : []),
    ...(covered.han.test(text)
      ? fontFiles(import.meta.resolve('@embedpdf/fonts-sc'), ['NotoSansHans-Regular.otf'])
      : []),
    ...(covered.hangul.test(text)
      ? fontFiles(import.meta.resolve('@embedpdf/fonts-kr'), ['NotoSansKR-Regular.otf'])
      : []),
  ];
  return { files, isComplete: known.test(text) };
}

/** The packages export their code only; the fonts lie beside it. Their names are written out so that each is seen to be used. */
function fontFiles(code: string, names: readonly string[]): readonly string[] {
  return names.map((name) => fileURLToPath(new URL(`../fonts/${name}`, code)));
}
