// Small makers of blocks, so that a card reads as what it says. Every mrkdwn text given here is already safe (text.ts).
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  Overflow,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { limits } from '../limits.ts';
import { clipMarked, clipPlain } from '../text.ts';

/** A large plain line. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clipPlain(text, limits.headerText), emoji: false } };
}

/** A paragraph of mrkdwn, optionally with a button at its side. `verbatim` keeps Slack from linking names and addresses. */
export function section(text: string, accessory?: Button): SectionBlock {
  const paragraph = {
    type: 'section',
    text: { type: 'mrkdwn', text: clipMarked(text, limits.sectionText), verbatim: true },
    expand: true,
  } as const;
  return accessory === undefined ? paragraph : { ...paragraph, accessory };
}

/** A paragraph of words a person wrote, in which Slack parses nothing. */
export function plainSection(text: string): SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text: clipPlain(text, limits.sectionText), emoji: false } };
}

/** A quiet line, one element a text. At most ten. */
export function context(...texts: readonly string[]): ContextBlock {
  return {
    type: 'context',
    elements: texts
      .slice(0, limits.contextElements)
      .map((text) => ({ type: 'mrkdwn', text: clipMarked(text, limits.sectionText), verbatim: true })),
  };
}

/** A thin line between two ideas. */
export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A row of buttons and menus. */
export function actions(elements: readonly (Button | Overflow | StaticSelect)[]): ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, limits.actionElements) };
}

/** What a button says and carries. `spoken` is read out instead of `label` where the label alone would be unclear. */
export type ButtonParts = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly spoken?: string;
  readonly primary?: boolean;
};

/** A button. */
export function button({ id, label, value, spoken, primary = false }: ButtonParts): Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: clipPlain(label, limits.buttonText), emoji: false },
    value,
    ...(primary ? { style: 'primary' as const } : {}),
    ...(spoken === undefined ? {} : { accessibility_label: clipPlain(spoken, limits.accessibilityLabel) }),
  };
}

/** A choice in a menu: what it says and what it carries. */
export type MenuChoice = { readonly label: string; readonly value: string };

/** The menu behind three dots: two to five rarer things to do. */
export function overflow(id: string, choices: readonly MenuChoice[]): Overflow {
  return { type: 'overflow', action_id: id, options: choices.slice(0, limits.overflowOptions).map(optionOf) };
}

/** A menu that opens under its name. */
export function menu(id: string, name: string, choices: readonly MenuChoice[]): StaticSelect {
  const placeholder = { type: 'plain_text' as const, text: clipPlain(name, limits.placeholder), emoji: false };
  return { type: 'static_select', action_id: id, placeholder, options: choices.map(optionOf) };
}

function optionOf({ label, value }: MenuChoice) {
  return { text: { type: 'plain_text' as const, text: clipPlain(label, limits.optionText), emoji: false }, value };
}
