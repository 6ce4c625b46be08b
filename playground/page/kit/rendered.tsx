// The bridge to slack-blocks-to-jsx: draws one block that nobody can touch, with our mentions, links and dates.
import { memo, useMemo } from 'react';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import { InnerLink } from '../inner-link.tsx';
import { parsePermalink } from '../route.ts';
import { slackDate } from '../time-words.ts';
import { type Kit, useKit } from './kit-context.ts';
import { parseDisplay } from './schema.ts';
import { withSafeMarkup } from './slack-markup.ts';

type Hooks = NonNullable<MessageProps['hooks']>;

function hooksFor(kit: Kit): Hooks {
  const { me, people, channels } = kit;
  return {
    user: ({ id }) => (
      <span className={id === me?.id ? 'mention mention-me' : 'mention'} data-user-id={id}>
        @{people.find((person) => person.id === id)?.realName ?? id}
      </span>
    ),
    channel: ({ id }) => (
      <InnerLink className="mention" target={{ channel: id, thread: undefined }}>
        #{channels.find((channel) => channel.id === id)?.name ?? id}
      </InnerLink>
    ),
    link: ({ href, children }) => {
      const target = parsePermalink(href);
      if (target !== undefined) {
        return (
          <InnerLink className="link" target={target}>
            {children}
          </InnerLink>
        );
      }
      return (
        <a className="link" href={href} target="_blank" rel="noreferrer noopener">
          {children}
        </a>
      );
    },
    date: ({ timestamp, format, link, fallback }) => {
      const words = Number.isFinite(Number(timestamp))
        ? slackDate({ ts: timestamp, format, now: kit.now, tz: me?.tz ?? 'UTC' })
        : fallback;
      return link === null ? <time>{words}</time> : <a href={link}>{words}</a>;
    },
  };
}

/** One display block (text, header, image, table, …); blocks of unknown type draw a line that says so. */
export const Rendered = memo(function Rendered({ block }: { readonly block: unknown }) {
  const kit = useKit();
  const safe = useMemo(() => parseDisplay(withSafeMarkup(block)), [block]);
  if (safe === undefined) return <p className="kit-unknown">A block without a type</p>;
  // The renderer reads names and hooks only when it mounts; the key mounts it again for another person.
  return (
    <Message
      key={kit.me?.id ?? ''}
      blocks={[safe]}
      logo=""
      name=""
      withoutWrapper
      theme={kit.theme}
      data={{
        users: kit.people.map(({ id, realName }) => ({ id, name: realName })),
        channels: kit.channels.map(({ id, name }) => ({ id, name })),
      }}
      hooks={hooksFor(kit)}
    />
  );
});
