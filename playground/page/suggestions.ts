// What the composer suggests while somebody types: commands after a slash, people after an at sign.
import type { UiState } from '../protocol.ts';

/** One line of the list; choosing it replaces the typed text between `from` and `to` by `insert`. */
export type Suggestion = {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
};

/** Suggestions for `text` with the caret at `caret`; none most of the time. */
export function suggestionsFor(options: {
  readonly text: string;
  readonly caret: number;
  readonly state: UiState;
}): readonly Suggestion[] {
  const { text, caret, state } = options;
  const before = text.slice(0, caret);
  const slash = /^\/\S*$/.exec(before);
  if (slash !== null) {
    return state.commands
      .filter((command) => command.command.startsWith(before))
      .map(({ command, description, usageHint }) => ({
        id: command,
        label: `${command} ${usageHint}`.trim(),
        detail: description,
        insert: `${command} `,
        from: 0,
        to: caret,
      }));
  }
  const at = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before);
  if (at === null) return [];
  const typed = (at[1] ?? '').toLowerCase();
  return state.people
    .filter((person) => !person.deactivated && person.id !== state.me)
    .map((person) => ({ person, name: person.isBot ? state.app.name : person.name }))
    .filter(({ person, name }) => `${name} ${person.realName}`.toLowerCase().includes(typed))
    .map(({ person, name }) => ({
      id: person.id,
      label: `@${name}`,
      detail: person.isBot ? 'App' : person.realName,
      insert: `@${name} `,
      from: caret - typed.length - 1,
      to: caret,
    }));
}
