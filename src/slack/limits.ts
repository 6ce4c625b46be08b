// Slack's limits as far as Downbeat meets them (slack-platform.md §7.1), and the budgets we keep below them.

/** Counted in UTF-16 units, as JavaScript counts, which is never less than what Slack counts. */
export const limits = {
  blocksPerMessage: 50,
  blocksPerModal: 100,
  /** All text in a message's blocks. Slack refuses at about 13,200; we stay clear of it. */
  charactersPerMessage: 12_000,
  /** A message's `text`: `chat.update` refuses more than 4,000. */
  messageText: 3_900,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  overflowOptions: 5,
  optionText: 75,
  optionDescription: 75,
  optionValue: 75,
  placeholder: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputText: 3_000,
  modalTitle: 24,
  privateMetadata: 3_000,
  identifier: 255,
} as const;
