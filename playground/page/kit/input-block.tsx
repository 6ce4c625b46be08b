// An input block: label, element, hint and the error the app answered with.
import { BlockElement } from './block-element.tsx';
import { useKit } from './kit-context.ts';
import { KitText } from './kit-text.tsx';
import { type BlockOf, parseElement } from './schema.ts';

/** Draws the block; groups of choices get a legend, single controls a label. */
export function InputBlock({ block }: { readonly block: BlockOf<'input'> }) {
  const { surfaceId, errors } = useKit();
  const error = errors[block.block_id];
  const base = `${surfaceId}-${block.block_id}`;
  const element = parseElement(block.element);
  const isGroup = element?.type === 'radio_buttons' || element?.type === 'checkboxes';
  const describedBy = [block.hint && `${base}-hint`, error && `${base}-error`].filter(Boolean).join(' ');
  const caption = (
    <>
      <KitText text={block.label} />
      {block.optional && <span className="kit-optional"> (optional)</span>}
    </>
  );
  const inside = (
    <>
      <BlockElement
        json={block.element}
        blockId={block.block_id}
        controlId={`${base}-control`}
        describedBy={describedBy === '' ? undefined : describedBy}
        invalid={error !== undefined}
        quiet={!block.dispatch_action}
      />
      {error !== undefined && (
        <p className="kit-error" id={`${base}-error`} role="alert">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      )}
      {block.hint !== undefined && (
        <div className="kit-hint" id={`${base}-hint`}>
          <KitText text={block.hint} />
        </div>
      )}
    </>
  );
  const className = error === undefined ? 'kit-input' : 'kit-input kit-input-invalid';
  if (isGroup) {
    return (
      <fieldset className={className}>
        <legend className="kit-label">{caption}</legend>
        {inside}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label className="kit-label" htmlFor={`${base}-control`}>
        {caption}
      </label>
      {inside}
    </div>
  );
}
