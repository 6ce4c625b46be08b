// Chooses the component for an interactive element.
import { ButtonElement } from './button-element.tsx';
import { ChoiceElement } from './choice-element.tsx';
import type { ElementProps } from './element-props.ts';
import { FeedbackElement } from './feedback-element.tsx';
import { MomentElement } from './moment-element.tsx';
import { MultiSelectElement } from './multi-select-element.tsx';
import { OverflowElement } from './overflow-element.tsx';
import { parseElement } from './schema.ts';
import { SelectElement } from './select-element.tsx';
import { TextElement } from './text-element.tsx';

/** Draws any interactive element; one the page does not know is named, not hidden. */
export function BlockElement(props: Omit<ElementProps<never>, 'element'> & { readonly json: unknown }) {
  const { json, ...rest } = props;
  const element = parseElement(json);
  switch (element?.type) {
    case undefined:
      return <span className="kit-unknown">An element this page cannot draw</span>;
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return <ButtonElement element={element} {...rest} />;
    case 'feedback_buttons':
      return <FeedbackElement element={element} {...rest} />;
    case 'overflow':
      return <OverflowElement element={element} {...rest} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <SelectElement element={element} {...rest} />;
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <MultiSelectElement element={element} {...rest} />;
    case 'radio_buttons':
    case 'checkboxes':
      return <ChoiceElement element={element} {...rest} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentElement element={element} {...rest} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextElement element={element} {...rest} />;
    default:
      return element satisfies never;
  }
}
