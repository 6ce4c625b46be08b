// The list over the composer.
import type { Suggestion } from './suggestions.ts';

type Props = {
  readonly id: string;
  readonly items: readonly Suggestion[];
  readonly current: Suggestion | undefined;
  readonly onTake: (suggestion: Suggestion) => void;
};

/** The composer keeps the focus; the current line is announced through `aria-activedescendant`. */
export function SuggestionList({ id, items, current, onTake }: Props) {
  return (
    <div className="suggestions" id={id} role="listbox" aria-label="Suggestions" data-testid="suggestions">
      {items.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the composer, which keeps the focus
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={item.id === current?.id}
          className="suggestion"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(item)}
        >
          <strong>{item.label}</strong>
          <span className="suggestion-detail">{item.detail}</span>
        </div>
      ))}
    </div>
  );
}
