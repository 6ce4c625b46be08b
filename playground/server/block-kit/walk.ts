// Looks into blocks that were already checked: how much text they hold, and which element an action means.
import { z } from 'zod';
import type { Json } from '../model.ts';

const objectSchema = z.record(z.string(), z.unknown());

/** Fields whose strings a person reads. */
const READ_FIELDS = new Set(['text', 'title', 'subtitle', 'caption', 'alt_text']);

/** Characters a person reads in these blocks, all together. */
export function blocksTextLength(blocks: readonly Json[]): number {
  let total = 0;
  const waiting: unknown[] = [...blocks];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      waiting.push(...value);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'string') {
          total += READ_FIELDS.has(key) ? inner.length : 0;
        } else {
          waiting.push(inner);
        }
      }
    }
  }
  return total;
}

/** The interactive element with this id in the block with that id, wherever it stands in it; undefined if none does. */
export function findElement(blocks: readonly Json[], blockId: string, actionId: string): Json | undefined {
  const waiting: unknown[] = [...blocks];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      waiting.push(...value);
      continue;
    }
    const parsed = objectSchema.safeParse(value);
    if (!parsed.success) {
      continue;
    }
    if (parsed.data.block_id === blockId) {
      return elementIn(parsed.data, actionId) ?? undefined;
    }
    waiting.push(...Object.values(parsed.data).filter((inner) => typeof inner === 'object'));
  }
  return undefined;
}

function elementIn(block: Json, actionId: string): Json | undefined {
  const waiting: unknown[] = Object.values(block);
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      waiting.push(...value);
      continue;
    }
    const parsed = objectSchema.safeParse(value);
    if (parsed.success) {
      if (parsed.data.action_id === actionId) {
        return parsed.data;
      }
      waiting.push(...Object.values(parsed.data).filter((inner) => typeof inner === 'object'));
    }
  }
  return undefined;
}

/** The input blocks among these, containers opened. */
export function inputBlocks(blocks: readonly Json[]): readonly Json[] {
  const inputs: Json[] = [];
  for (const block of blocks) {
    if (block.type === 'input') {
      inputs.push(block);
    } else if (block.type === 'container') {
      const children = z.array(objectSchema).safeParse(block.child_blocks);
      inputs.push(...inputBlocks(children.success ? children.data : []));
    }
  }
  return inputs;
}

/** The block ids of these blocks, containers opened. */
export function blockIds(blocks: readonly Json[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of blocks) {
    const id = z.string().safeParse(block.block_id);
    if (id.success) {
      ids.add(id.data);
    }
    const children = z.array(objectSchema).safeParse(block.child_blocks);
    for (const inner of blockIds(children.success ? children.data : [])) {
      ids.add(inner);
    }
  }
  return ids;
}
