// Who one is at the moment; a click makes one somebody else.
import { Avatar } from './avatar.tsx';
import { usePage } from './page-context.ts';
import { playable } from './use-person-keys.ts';

/** A row of people; the current one is pressed. Alt and a digit do the same. */
export function PersonSwitch() {
  const { state, go } = usePage();
  return (
    <fieldset className="person-switch" data-testid="person-switch">
      <legend className="hidden">You are</legend>
      <span className="person-words" aria-hidden="true">
        You are
      </span>
      {playable(state.people).map((person, index) => (
        <button
          key={person.id}
          type="button"
          className="person"
          aria-pressed={person.id === state.me}
          title={`Be ${person.realName} (Alt+${index + 1})`}
          data-user={person.id}
          onClick={() => go({ user: person.id })}
        >
          <Avatar person={person} size={24} />
          <span className="hidden">Be </span>
          <span className="person-name">{person.realName.split(' ')[0]}</span>
          <span className="hidden"> {person.realName.split(' ').slice(1).join(' ')}</span>
          {person.external && <span className="person-external">guest</span>}
        </button>
      ))}
    </fieldset>
  );
}
