// views.*: modals opened by a trigger id, and Home tabs (slack-platform.md §2.4).
import { z } from 'zod';
import { checkView } from '../block-kit/view.ts';
import { MOST_STACKED, openModal, openModals, publishHome, pushModal, updateView } from '../modals.ts';
import type { Json, StoredView } from '../model.ts';
import { viewJson } from '../render.ts';
import type { World } from '../world.ts';
import { type ApiRefusal, jsonArg, method, refused } from './method.ts';

const viewArg = jsonArg(z.unknown());
const triggered = z.object({
  trigger_id: z.string().optional(),
  interactivity_pointer: z.string().optional(),
  view: viewArg,
});

type Triggered =
  | { readonly ok: true; readonly user: string; readonly viewId: string | undefined; readonly view: Json }
  | ApiRefusal;

/** The view is checked first: a refused view leaves the trigger id unused. */
function redeemTrigger(world: World, args: z.infer<typeof triggered>): Triggered {
  const checked = checkView(args.view, 'modal');
  if (!checked.ok) {
    return refused(checked.error, checked.messages);
  }
  const use = world.tickets.redeemTrigger(args.trigger_id ?? args.interactivity_pointer ?? '');
  return use.ok ? { ok: true, user: use.user, viewId: use.viewId, view: checked.view } : refused(use.error);
}

const open = method({
  name: 'views.open',
  tier: 'tier4',
  args: triggered,
  run(world, args) {
    const use = redeemTrigger(world, args);
    return use.ok ? { ok: true, view: viewJson(openModal(world, use.user, use.view)) } : use;
  },
});

const push = method({
  name: 'views.push',
  tier: 'tier4',
  args: triggered,
  run(world, args) {
    const use = redeemTrigger(world, args);
    if (!use.ok) {
      return use;
    }
    const stack = openModals(world, use.user);
    if (use.viewId === undefined || !stack.some((view) => view.id === use.viewId)) {
      return refused('not_found');
    }
    if (stack.length >= MOST_STACKED) {
      return refused('push_limit_reached');
    }
    const stored = pushModal(world, use.user, use.view);
    return stored === undefined ? refused('not_found') : { ok: true, view: viewJson(stored) };
  },
});

function findView(world: World, id: string | undefined, externalId: string | undefined): StoredView | undefined {
  if (id !== undefined) {
    return world.workspace.views.get(id);
  }
  return [...world.workspace.views.values()].find(
    (stored) => externalId !== undefined && stored.view.external_id === externalId,
  );
}

const update = method({
  name: 'views.update',
  tier: 'tier4',
  args: z.object({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: viewArg,
  }),
  run(world, args) {
    const stored = findView(world, args.view_id, args.external_id);
    if (stored === undefined) {
      return refused('not_found');
    }
    if (args.hash !== undefined && args.hash !== stored.hash) {
      return refused('hash_conflict');
    }
    const checked = checkView(args.view, stored.type);
    if (!checked.ok) {
      return refused(checked.error, checked.messages);
    }
    updateView(world, stored, checked.view);
    return { ok: true, view: viewJson(stored) };
  },
});

const publish = method({
  name: 'views.publish',
  tier: 'tier4',
  args: z.object({ user_id: z.string(), hash: z.string().optional(), view: viewArg }),
  run(world, args) {
    const { workspace } = world;
    if (!world.grants.settings.homeTab) {
      return refused('not_enabled');
    }
    if (!workspace.people.has(args.user_id)) {
      return refused('user_not_found');
    }
    const known = workspace.views.get(workspace.homes.get(args.user_id) ?? '');
    if (args.hash !== undefined && known !== undefined && args.hash !== known.hash) {
      return refused('hash_conflict');
    }
    const checked = checkView(args.view, 'home');
    return checked.ok
      ? { ok: true, view: viewJson(publishHome(world, args.user_id, checked.view)) }
      : refused(checked.error, checked.messages);
  },
});

/** The view methods. */
export const viewMethods = [open, push, update, publish];
