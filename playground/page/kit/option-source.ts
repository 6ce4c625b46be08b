// What a select offers: options of the app, people or channels, all as text and value.
import type { Kit } from './kit-context.ts';
import type { KitElement, KitOption } from './schema.ts';

/** One line of a select; `option` is set where Slack sends the whole option back. */
export type Offer = { readonly value: string; readonly text: string; readonly option?: KitOption };
/** Lines under one heading; the heading is empty for ungrouped ones. */
export type OfferGroup = { readonly label: string; readonly offers: readonly Offer[] };

const offer = (option: KitOption): Offer => ({ value: option.value, text: option.text.text, option });

/** The groups a select shows, in the app's order; people without deactivated ones. */
export function offersOf(element: KitElement, kit: Kit): readonly OfferGroup[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      if (element.option_groups.length > 0) {
        return element.option_groups.map((group) => ({ label: group.label.text, offers: group.options.map(offer) }));
      }
      return [{ label: '', offers: element.options.map(offer) }];
    case 'users_select':
    case 'multi_users_select': {
      const people = kit.people.filter((person) => !person.deactivated);
      return [{ label: '', offers: people.map(({ id, realName }) => ({ value: id, text: realName })) }];
    }
    default: {
      const channels = kit.channels.filter((channel) => !channel.archived);
      return [
        {
          label: '',
          offers: channels.map(({ id, kind, name }) => ({ value: id, text: kind === 'public' ? `#${name}` : name })),
        },
      ];
    }
  }
}
