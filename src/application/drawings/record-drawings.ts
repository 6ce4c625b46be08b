// The drawings a decision's export carries.
import type { NewFile } from './file-surface.ts';
import { type SheetInput, sheetsOf } from './sheets.ts';

/** The steps that stand, in every style that is due, as SVG and as Mermaid; nothing without steps. */
export async function recordDrawings(input: SheetInput): Promise<readonly NewFile[]> {
  const sheets = [...sheetsOf(input, 'svg'), ...sheetsOf(input, 'mermaid')];
  const made = await Promise.all(sheets.map((sheet) => sheet.make()));
  return made.flatMap(({ files }) => files);
}
