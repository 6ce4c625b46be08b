// Where the box to write in would be, in a channel that is archived.

/** Says why there is nothing to write in. */
export function ArchivedBar() {
  return <div className="join-bar">This channel is archived. What was said stays; nobody can write in it.</div>;
}
