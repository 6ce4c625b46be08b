// What a person types, as Slack stores it: escaped, with names turned into mentions (slack-platform.md §7.2).
import type { Person } from '../model.ts';

/** `&`, `<` and `>` as entities. */
function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Turns `@name` into what `mention` makes of the person, where somebody has that name. */
function withMentions(text: string, people: Iterable<Person>, mention: (person: Person) => string): string {
  const byName = new Map([...people].map((person) => [person.name.toLowerCase(), person]));
  return text.replaceAll(/(^|[^\w@])@([\p{L}\w.-]*[\p{L}\w])/gu, (whole, before: string, name: string) => {
    const person = byName.get(name.toLowerCase());
    return person === undefined ? whole : `${before}${mention(person)}`;
  });
}

/** A typed message: escaped, `@Downbeat` becomes `<@U…>`, bare addresses become links. */
export function typedMessage(text: string, people: Iterable<Person>): string {
  const linked = escapeTyped(text).replaceAll(/\bhttps?:\/\/[^\s<>]+/g, (url) => `<${url}>`);
  return withMentions(linked, people, (person) => `<@${person.id}>`);
}

/** The text behind a slash command; mentions are resolved only where the manifest asks for it (`should_escape`). */
export function typedCommand(text: string, people: Iterable<Person>, resolveMentions: boolean): string {
  const escaped = escapeTyped(text);
  return resolveMentions ? withMentions(escaped, people, (person) => `<@${person.id}|${person.name}>`) : escaped;
}
