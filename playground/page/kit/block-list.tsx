// Draws a list of blocks: what can be touched by our own components, everything else by the renderer.

import { BlockElement } from './block-element.tsx';
import { InputBlock } from './input-block.tsx';
import { useKit } from './kit-context.ts';
import { KitText } from './kit-text.tsx';
import { Rendered } from './rendered.tsx';
import { type BlockOf, parseDisplay, parseInteractive } from './schema.ts';

function Elements({ block }: { readonly block: BlockOf<'actions' | 'context_actions'> }) {
  return (
    <div className={block.type === 'actions' ? 'kit-actions' : 'kit-actions kit-actions-quiet'}>
      {block.elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: elements of a block have no other identity than their place
        <BlockElement key={index} json={element} blockId={block.block_id} />
      ))}
    </div>
  );
}

function Section({ block }: { readonly block: BlockOf<'section'> }) {
  const { accessory, ...rest } = block;
  if (accessory === undefined) return <Rendered block={rest} />;
  const isImage = parseDisplay(accessory)?.type === 'image';
  if (isImage) return <Rendered block={block} />;
  return (
    <div className="kit-section">
      <div className="kit-section-text">
        <Rendered block={rest} />
      </div>
      <div className="kit-accessory">
        <BlockElement json={accessory} blockId={block.block_id} />
      </div>
    </div>
  );
}

function Container({ block }: { readonly block: BlockOf<'container'> }) {
  const head = (
    <>
      <strong>
        <KitText text={block.title} />
      </strong>
      {block.subtitle !== undefined && <KitText text={block.subtitle} />}
    </>
  );
  if (!block.is_collapsible) {
    return (
      <div className="kit-container">
        <div className="kit-container-head">{head}</div>
        <BlockList blocks={block.child_blocks} />
      </div>
    );
  }
  return (
    <details className="kit-container" open={!block.default_collapsed}>
      <summary className="kit-container-head">{head}</summary>
      <BlockList blocks={block.child_blocks} />
    </details>
  );
}

function Card({ block }: { readonly block: BlockOf<'card'> }) {
  const { actions, ...rest } = block;
  return (
    <div className="kit-card">
      <Rendered block={rest} />
      <div className="kit-actions">
        {actions.map((element, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions of a card have no other identity than their place
          <BlockElement key={index} json={element} blockId={block.block_id} />
        ))}
      </div>
    </div>
  );
}

/** The renderer's own has a button without a name beside the title. */
function Picture({ block }: { readonly block: BlockOf<'image'> }) {
  const file = block.slack_file;
  const source = block.image_url ?? file?.url ?? `/files/${file?.id ?? ''}`;
  return (
    <figure className="kit-picture">
      {block.title !== undefined && (
        <figcaption>
          <KitText text={block.title} />
        </figcaption>
      )}
      <img src={source} alt={block.alt_text} />
    </figure>
  );
}

function OneBlock({ json }: { readonly json: unknown }) {
  const block = parseInteractive(json);
  switch (block?.type) {
    case 'actions':
    case 'context_actions':
      return <Elements block={block} />;
    case 'section':
      return <Section block={block} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'container':
      return <Container block={block} />;
    case 'card':
      return <Card block={block} />;
    case 'image':
      return <Picture block={block} />;
    case 'header':
      return (
        <h3 className="kit-header">
          <KitText text={block.text} />
        </h3>
      );
    case undefined:
      return <Rendered block={json} />;
    default:
      return block satisfies never;
  }
}

/**
 * The blocks in order, each in an element that carries `data-block-id` and `data-block-type`. Inputs are told apart
 * by their ids, so that a typed text survives blocks coming and going; the rest by place, since Slack makes up new ids
 * at each redraw.
 */
export function BlockList({ blocks }: { readonly blocks: readonly unknown[] }) {
  const { surfaceId } = useKit();
  return (
    <div className="kit-blocks">
      {blocks.map((json, index) => {
        const shown = parseDisplay(json);
        const id = shown !== undefined && 'block_id' in shown ? shown.block_id : undefined;
        return (
          <div
            key={shown?.type === 'input' ? id : `${surfaceId}-${index}`}
            className="kit-block"
            data-block-id={id}
            data-block-type={shown?.type}
          >
            <OneBlock json={json} />
          </div>
        );
      })}
    </div>
  );
}
