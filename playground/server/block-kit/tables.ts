// Tables (slack-platform.md §5.4). Of the two documented sizes of a data table the smaller one is enforced.
import { z } from 'zod';
import { richTextBlock } from './rich-text.ts';
import { idSchema } from './texts.ts';

const base = { block_id: idSchema.optional() };

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
  richTextBlock,
]);

/** A plain table: at most 100 rows of 20 cells. */
export const table = z.strictObject({
  type: z.literal('table'),
  ...base,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }),
    )
    .max(20)
    .optional(),
});

/** A table with pages and a header row. */
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...base,
    caption: z.string().min(1),
    rows: z.array(z.array(cell).min(1).max(20)).min(2).max(101),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .refine((one) => one.rows[0]?.every((headerCell) => headerCell.type === 'raw_text'), {
    error: 'the first row of a data_table is its header: raw_text only',
  });
