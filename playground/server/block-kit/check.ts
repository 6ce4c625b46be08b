// Checks the blocks of a message or view as Slack does, and fills in the ids the app left out.
import { z } from 'zod';
import { shortId } from '../ids.ts';
import { isJson, jsonList } from '../json.ts';
import type { Json } from '../model.ts';
import { homeBlock, messageBlock, modalBlock } from './blocks.ts';
import { blocksTextLength } from './walk.ts';

/** Where blocks are to stand. */
export type Surface = 'message' | 'modal' | 'home';

/** The checked blocks with all ids, or why they were refused: each message ends in a JSON pointer. */
export type BlocksCheck =
  | { readonly ok: true; readonly blocks: readonly Json[] }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Most blocks of a surface (slack-platform.md §7.1). */
const MOST_BLOCKS = { message: 50, modal: 100, home: 100 } as const;

/** All text of a message's blocks together; undocumented, reported as about 13,200 (slack-platform.md §7.1). */
export const MOST_BLOCK_TEXT = 13_200;

/** All Markdown of a message together (slack-platform.md §7.1). */
const MOST_MARKDOWN = 12_000;

const schemas = {
  message: z.array(messageBlock).max(MOST_BLOCKS.message),
  modal: z.array(modalBlock).max(MOST_BLOCKS.modal),
  home: z.array(homeBlock).max(MOST_BLOCKS.home),
} as const;

/** A line as Slack puts into `response_metadata.messages`. */
export function pointed(text: string, pointer: string): string {
  return `[ERROR] ${text} [json-pointer:${pointer}]`;
}

/** The lines for everything zod found, its paths below `prefix`. */
export function pointedIssues(error: z.ZodError, prefix: string): string[] {
  return error.issues.flatMap((issue) => issueLines(issue, prefix));
}

function issueLines(issue: z.core.$ZodIssue, prefix: string): string[] {
  const pointer = [prefix, ...issue.path.map(String)].join('/');
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const shortest = issue.errors.reduce((best, one) => (one.length < best.length ? one : best));
    return shortest.flatMap((inner) => issueLines(inner, pointer));
  }
  return [pointed(issue.message, pointer)];
}

/** Checks `blocks` for `surface`; pointers begin with `prefix`, such as `/blocks` or `/view/blocks`. */
export function checkBlocks(blocks: unknown, surface: Surface, prefix: string): BlocksCheck {
  const error = surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
  if (!Array.isArray(blocks) || !blocks.every(isJson)) {
    return { ok: false, error: 'invalid_blocks_format', messages: [pointed('blocks are a list of objects', prefix)] };
  }
  const parsed = schemas[surface].safeParse(blocks);
  if (!parsed.success) {
    return { ok: false, error, messages: pointedIssues(parsed.error, prefix) };
  }
  const messages = [...duplicateIds(blocks, prefix), ...wholeMessageFaults(blocks, surface, prefix)];
  if (messages.length > 0) {
    return { ok: false, error, messages };
  }
  if (surface === 'message' && blocksTextLength(blocks) > MOST_BLOCK_TEXT) {
    return { ok: false, error: 'msg_blocks_too_long', messages: [pointed('the blocks hold too much text', prefix)] };
  }
  return { ok: true, blocks: blocks.map(withIds) };
}

/** Children that can carry an action id, with their place in the block. */
function actionHolders(block: Json): { readonly element: Json; readonly pointer: string }[] {
  const holders: { element: Json; pointer: string }[] = [];
  for (const key of ['element', 'accessory'] as const) {
    const element = block[key];
    if (isJson(element)) {
      holders.push({ element, pointer: key });
    }
  }
  for (const key of ['elements', 'actions'] as const) {
    if (block.type !== 'rich_text') {
      holders.push(...jsonList(block[key]).map((element, index) => ({ element, pointer: `${key}/${index}` })));
    }
  }
  return holders;
}

function duplicateIds(blocks: readonly Json[], prefix: string): string[] {
  const faults: string[] = [];
  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    const id = block.block_id;
    if (id !== undefined && blockIds.has(id)) {
      faults.push(pointed(`block_id "${String(id)}" already exists`, `${prefix}/${index}/block_id`));
    }
    blockIds.add(id);
    const actionIds = new Set<unknown>();
    for (const { element, pointer } of actionHolders(block)) {
      const actionId = element.action_id;
      if (actionId !== undefined && actionIds.has(actionId)) {
        const place = `${prefix}/${index}/${pointer}/action_id`;
        faults.push(pointed(`\`action_id\` "${String(actionId)}" already exists`, place));
      }
      actionIds.add(actionId);
    }
  }
  return faults;
}

function wholeMessageFaults(blocks: readonly Json[], surface: Surface, prefix: string): string[] {
  const faults: string[] = [];
  if (blocks.filter((block) => block.type === 'table').length > 1) {
    faults.push(pointed('only one table is allowed', prefix));
  }
  const tables = blocks.filter((block) => block.type === 'table');
  if (blocksTextLength(tables) > 10_000) {
    faults.push(pointed('the table holds more than 10000 characters', prefix));
  }
  const markdown = blocks.filter((block) => block.type === 'markdown');
  if (blocksTextLength(markdown) > MOST_MARKDOWN) {
    faults.push(pointed(`markdown blocks hold more than ${MOST_MARKDOWN} characters`, prefix));
  }
  for (const [index, block] of blocks.entries()) {
    if (surface !== 'modal' && isJson(block.element) && block.element.type === 'file_input') {
      faults.push(pointed('file_input stands in modals only', `${prefix}/${index}/element`));
    }
  }
  return faults;
}

/** Gives the block a block id and its interactive elements action ids, where they have none. */
function withIds(block: Json): Json {
  const filled: Record<string, unknown> = { ...block, block_id: block.block_id ?? shortId() };
  for (const key of ['element', 'accessory'] as const) {
    const element = block[key];
    if (isJson(element)) {
      filled[key] = withActionId(element);
    }
  }
  if (block.type === 'actions' || block.type === 'context_actions') {
    filled.elements = jsonList(block.elements).map(withActionId);
  }
  return filled;
}

function withActionId(element: Json): Json {
  const still = element.type === 'image' || element.action_id !== undefined;
  return still ? element : { ...element, action_id: shortId() };
}
