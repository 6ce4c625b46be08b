// Modals and Home tabs as the workspace keeps them: open, push, update, close, publish.
import { noise, slackId } from './ids.ts';
import { jsonList } from './json.ts';
import type { Json, StoredView } from './model.ts';
import type { World } from './world.ts';

/** Views a modal holds at most (slack-platform.md §2.4). */
export const MOST_STACKED = 3;

function freshHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${noise(4)}`;
}

function newView(world: World, parts: Pick<StoredView, 'type' | 'user' | 'view' | 'previousViewId'>): StoredView {
  const id = slackId('V');
  const previous = parts.previousViewId === undefined ? undefined : world.workspace.views.get(parts.previousViewId);
  const stored: StoredView = {
    ...parts,
    id,
    rootViewId: previous?.rootViewId ?? id,
    hash: freshHash(world),
    values: {},
    errors: {},
    failed: false,
  };
  world.workspace.views.set(id, stored);
  return stored;
}

/** The person's open modals, bottom first. */
export function openModals(world: World, user: string): readonly StoredView[] {
  const ids = world.workspace.stacks.get(user) ?? [];
  return ids.flatMap((id) => world.workspace.views.get(id) ?? []);
}

/** Opens a modal; one that was open before goes away with all under it. */
export function openModal(world: World, user: string, view: Json): StoredView {
  closeModals(world, user);
  const stored = newView(world, { type: 'modal', user, view, previousViewId: undefined });
  world.workspace.stacks.set(user, [stored.id]);
  world.changed();
  return stored;
}

/** Puts a view on top of the person's modal; undefined when it is full or none is open. */
export function pushModal(world: World, user: string, view: Json): StoredView | undefined {
  const stack = world.workspace.stacks.get(user) ?? [];
  const top = stack.at(-1);
  if (top === undefined || stack.length >= MOST_STACKED) {
    return undefined;
  }
  const stored = newView(world, { type: 'modal', user, view, previousViewId: top });
  world.workspace.stacks.set(user, [...stack, stored.id]);
  world.changed();
  return stored;
}

/** Gives a view new content; values of inputs whose ids stay are kept. */
export function updateView(world: World, stored: StoredView, view: Json): void {
  stored.view = view;
  stored.hash = freshHash(world);
  stored.errors = {};
  stored.failed = false;
  world.changed();
}

/** Closes the view and what lies on top of it. */
export function closeView(world: World, stored: StoredView): void {
  const stack = world.workspace.stacks.get(stored.user) ?? [];
  const index = stack.indexOf(stored.id);
  for (const id of index < 0 ? [] : stack.slice(index)) {
    world.workspace.views.delete(id);
  }
  const left = index < 0 ? stack : stack.slice(0, index);
  if (left.length === 0) {
    world.workspace.stacks.delete(stored.user);
  } else {
    world.workspace.stacks.set(stored.user, left);
  }
  world.changed();
}

/** Closes all of the person's modals. */
export function closeModals(world: World, user: string): void {
  const bottom = openModals(world, user)[0];
  if (bottom !== undefined) {
    closeView(world, bottom);
  }
}

/** Puts a view into the person's Home tab. */
export function publishHome(world: World, user: string, view: Json): StoredView {
  const known = world.workspace.views.get(world.workspace.homes.get(user) ?? '');
  if (known !== undefined) {
    updateView(world, known, view);
    return known;
  }
  const stored = newView(world, { type: 'home', user, view, previousViewId: undefined });
  world.workspace.homes.set(user, stored.id);
  world.changed();
  return stored;
}

/** The blocks of a stored view. */
export function viewBlocks(stored: StoredView): readonly Json[] {
  return jsonList(stored.view.blocks);
}
