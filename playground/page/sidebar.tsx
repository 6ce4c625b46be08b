// The list at the left: channels, direct messages, apps.
import type { UiChannel } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { Icon, type IconName } from './icon.tsx';
import { usePage } from './page-context.ts';

type ChosenProps = { readonly openId: string | undefined; readonly onChosen: () => void };

function sign(channel: UiChannel): IconName {
  if (channel.archived) return 'box';
  return channel.kind === 'private' ? 'lock' : 'hash';
}

function Entry({ channel, openId, onChosen }: ChosenProps & { readonly channel: UiChannel }) {
  const { state, go } = usePage();
  const other = state.people.find(
    (person) => channel.kind === 'im' && person.id !== state.me && channel.memberIds.includes(person.id),
  );
  const unread = channel.unread > 0 || channel.mentions > 0;
  return (
    <li>
      <button
        type="button"
        className={`entry${unread ? ' is-unread' : ''}${channel.isMember ? '' : ' is-outside'}`}
        aria-current={openId === channel.id ? 'page' : undefined}
        data-testid="channel"
        data-channel={channel.id}
        onClick={() => {
          go({ channel: channel.id, thread: undefined });
          onChosen();
        }}
      >
        {channel.kind === 'im' ? (
          <Avatar person={other} size={20} />
        ) : (
          <span className="entry-sign" aria-hidden="true">
            <Icon name={sign(channel)} size={16} />
          </span>
        )}
        <span className="entry-name">{channel.name}</span>
        {unread && <span className="hidden">, unread</span>}
        {channel.mentions > 0 && (
          <span className="badge">
            {channel.mentions}
            <span className="hidden"> mentions</span>
          </span>
        )}
      </button>
    </li>
  );
}

/** Conversations of the person looking; `openId` is marked as the current one. */
export function Sidebar({ openId, onChosen }: ChosenProps) {
  const { state, go, send } = usePage();
  const bot = state.people.find((person) => person.id === state.app.botUserId);
  const isAppDm = (channel: UiChannel) => channel.kind === 'im' && channel.memberIds.includes(state.app.botUserId);
  const channels = state.channels.filter((channel) => channel.kind === 'public' || channel.kind === 'private');
  const direct = state.channels.filter((channel) => channel.kind === 'im' || channel.kind === 'mpim');
  const people = direct.filter((channel) => !isAppDm(channel));
  const appDms = direct.filter(isAppDm);
  return (
    <nav className="sidebar" aria-label="Workspace">
      <div className="sidebar-head">
        <strong className="workspace-name">{state.workspace.name}</strong>
        <span className="workspace-kind">local playground</span>
      </div>
      <h2 className="sidebar-title">Channels</h2>
      <ul>
        {channels.map((channel) => (
          <Entry key={channel.id} channel={channel} openId={openId} onChosen={onChosen} />
        ))}
      </ul>
      {people.length > 0 && <h2 className="sidebar-title">Direct messages</h2>}
      <ul>
        {people.map((channel) => (
          <Entry key={channel.id} channel={channel} openId={openId} onChosen={onChosen} />
        ))}
      </ul>
      <h2 className="sidebar-title">Apps</h2>
      <ul>
        {appDms.map((channel) => (
          <Entry key={channel.id} channel={channel} openId={openId} onChosen={onChosen} />
        ))}
        {appDms.length === 0 && state.app.messagesTab && (
          <li>
            <button
              type="button"
              className="entry"
              onClick={() => {
                void send({ kind: 'open_home', user: state.me, tab: 'messages' }).then((result) => {
                  if (result.ok && result.channel !== undefined) go({ channel: result.channel, thread: undefined });
                });
                onChosen();
              }}
            >
              <Avatar person={bot} size={20} />
              <span className="entry-name">{state.app.name}</span>
            </button>
          </li>
        )}
        {state.app.homeTab && (
          <li>
            <button
              type="button"
              className="entry"
              data-testid="home-entry"
              aria-current={openId === 'home' ? 'page' : undefined}
              onClick={() => {
                go({ channel: 'home', thread: undefined });
                onChosen();
              }}
            >
              <span className="entry-sign" aria-hidden="true">
                <Icon name="home" size={17} />
              </span>
              <span className="entry-name">{state.app.name} Home</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
