// Notes what the real app listens to, as it registers it with Bolt.
import { App } from '@slack/bolt';
import { z } from 'zod';

/** A name or pattern a listener was registered with. */
export type Constraint = string | RegExp;

/** What the app listens to, by kind. Filled while the app starts. */
export type Registrations = {
  readonly actions: readonly Constraint[];
  readonly views: readonly Constraint[];
  readonly shortcuts: readonly Constraint[];
  readonly commands: readonly Constraint[];
  readonly events: readonly Constraint[];
  readonly options: readonly Constraint[];
};

const constraintSchema = z.union([z.string(), z.instanceof(RegExp)]);
const givenSchema = z.union([
  constraintSchema,
  z.object({ action_id: constraintSchema }).transform((given) => given.action_id),
  z.object({ callback_id: constraintSchema }).transform((given) => given.callback_id),
]);

/** Begins to take note; call it at the top of a test file, before the app starts. Bolt goes on working as always. */
export function noteRegistrations(): Registrations {
  const messages = note('message');
  const events = note('event');
  return {
    actions: note('action'),
    views: note('view'),
    shortcuts: note('shortcut'),
    commands: note('command'),
    options: note('options'),
    get events() {
      return [...events, ...messages.map(() => 'message')];
    },
  };
}

/** Lets a way of registering listeners keep a list besides. Messages may be registered without a pattern. */
function note(method: 'action' | 'view' | 'shortcut' | 'command' | 'options' | 'event' | 'message'): Constraint[] {
  const noted: Constraint[] = [];
  const register = App.prototype[method];
  Object.defineProperty(App.prototype, method, {
    configurable: true,
    value(this: App, ...given: readonly unknown[]): unknown {
      noted.push(method === 'message' ? method : givenSchema.parse(given[0]));
      return Reflect.apply(register, this, given);
    },
  });
  return noted;
}

/** The listeners that would take this name. */
export function takers(registered: readonly Constraint[], name: string): readonly Constraint[] {
  return registered.filter((constraint) =>
    typeof constraint === 'string' ? constraint === name : constraint.test(name),
  );
}
