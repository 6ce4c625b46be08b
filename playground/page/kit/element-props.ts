// What every interactive element is given.

/** What the element needs besides itself. Inside an input block the label stands elsewhere and the app is not told. */
export type ElementProps<Element> = {
  readonly element: Element;
  readonly blockId: string;
  /** Id of the form control, for the label of an input block. */
  readonly controlId?: string | undefined;
  /** Ids of the hint and error texts of an input block. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** In an input block: a choice is kept, not sent, unless the block asks for `dispatch_action`. */
  readonly quiet?: boolean | undefined;
};
