// Buttons: plain, primary, danger, with a link, with an icon.
import { withEmoji } from '../emoji.ts';
import { Icon } from '../icon.tsx';
import { follow, parsePermalink } from '../route.ts';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import type { ElementOf } from './schema.ts';
import { useConfirm } from './use-confirm.tsx';

type Props = ElementProps<ElementOf<'button' | 'workflow_button'> | ElementOf<'icon_button'>>;

/**
 * Tells the app about the click; a link opens besides. While the app is being told the button is `aria-disabled`
 * (it keeps the focus) and further clicks do nothing.
 */
export function ButtonElement({ element, blockId }: Props) {
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirm(element.confirm);
  const busy = kit.isBusy(place);
  const failed = kit.hasFailed(place);
  const style = element.type === 'icon_button' ? undefined : element.style;
  const url = element.type === 'icon_button' ? undefined : element.url;
  const target = url === undefined ? undefined : parsePermalink(url);
  const click = () => {
    if (target !== undefined) follow(target);
    else if (url !== undefined) window.open(url, '_blank', 'noopener');
    kit.act(place, {
      type: element.type,
      text: element.text,
      ...(element.value === undefined ? {} : { value: element.value }),
    });
  };
  return (
    <>
      <button
        type="button"
        className={`button${style === undefined ? '' : ` button-${style}`}${busy ? ' is-busy' : ''}`}
        aria-label={element.accessibility_label}
        aria-disabled={busy}
        data-action-id={element.action_id}
        data-block-id={blockId}
        data-value={element.value}
        onClick={() => {
          if (!busy) ask(click);
        }}
      >
        {failed && (
          <span className="button-failed" role="img" aria-label="The app did not answer this click">
            ⚠{' '}
          </span>
        )}
        {element.type === 'icon_button' && element.icon === 'trash' && <Icon name="trash" size={15} />}
        <span className="button-text">{withEmoji(element.text.text)}</span>
        {url !== undefined && target === undefined && (
          <span className="button-link" role="img" aria-label="opens in a new tab">
            <Icon name="out" size={13} />
          </span>
        )}
      </button>
      {dialog}
    </>
  );
}
