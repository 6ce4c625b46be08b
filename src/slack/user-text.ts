// Turns text as Slack delivers it into the words a person meant.

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Decodes Slack's three entities once and shows references as words: `<https://x|label>` becomes the label,
 * `<#C1|general>` becomes #general; mentions of people lose their ping (slack-platform.md §7.2).
 */
export function plainWords(text: string): string {
  return text
    .replaceAll(/<([^<>|]*)\|([^<>]*)>/g, (_, target: string, label: string) =>
      target.startsWith('#') ? `#${label}` : label,
    )
    .replaceAll(/<([@#!]?)([^<>|]*)>/g, (_, sign: string, target: string) =>
      sign === '!' ? target : `${sign}${target}`,
    )
    .replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .trim();
}
