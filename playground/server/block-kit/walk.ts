// Looks into blocks that were already checked: how much text they hold, and which element an action means.
import { isJson, jsonList } from '../json.ts';
import type { Json } from '../model.ts';

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
    if (!isJson(value)) {
      continue;
    }
    if (value.block_id === blockId) {
      return elementIn(value, actionId);
    }
    waiting.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
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
    if (isJson(value)) {
      if (value.action_id === actionId) {
        return value;
      }
      waiting.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
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
      inputs.push(...inputBlocks(jsonList(block.child_blocks)));
    }
  }
  return inputs;
}

/** The block ids of these blocks, containers opened. */
export function blockIds(blocks: readonly Json[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of blocks) {
    if (typeof block.block_id === 'string') {
      ids.add(block.block_id);
    }
    for (const inner of blockIds(jsonList(block.child_blocks))) {
      ids.add(inner);
    }
  }
  return ids;
}
