// Small makers of modals and their fields.
import type { InputBlock, InputBlockElement, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { limits } from '../limits.ts';
import { clipPlain, clipProse, oneLine } from '../text.ts';

/** What every modal has. `submit` is left out where there is nothing to send. */
export type ModalParts = {
  readonly id: string;
  readonly title: string;
  readonly submit?: string;
  readonly metadata: string;
  readonly blocks: ModalView['blocks'];
};

/** A modal. */
export function modal({ id, title, submit, metadata, blocks }: ModalParts): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: metadata,
    title: plain(title, limits.modalTitle),
    ...(submit === undefined ? {} : { submit: plain(submit, limits.modalTitle) }),
    close: plain(submit === undefined ? 'Close' : 'Cancel', limits.modalTitle),
    blocks: blocks.slice(0, limits.blocksPerModal),
  };
}

/** A text in which Slack parses nothing. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: clipPlain(text, max), emoji: false };
}

/** A field with its label. Its block and its element carry the same id (see `fieldIds`). */
export type FieldParts = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly element: InputBlockElement;
};

/** A field. */
export function field({ id, label, hint, optional = false, element }: FieldParts): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, limits.inputLabel),
    ...(hint === undefined ? {} : { hint: plain(hint, limits.inputHint) }),
    optional,
    element: { ...element, action_id: id },
  };
}

/** A choice in a select or a set of radio buttons. */
export function choice(text: string, value: string, description?: string): PlainTextOption {
  return {
    text: plain(clipProse(oneLine(text), limits.optionText), limits.optionText),
    value,
    ...(description === undefined
      ? {}
      : { description: plain(clipProse(oneLine(description), limits.optionDescription), limits.optionDescription) }),
  };
}
