// Who asks something of a decision, and when.
import type { PersonId } from './refs.ts';

/**
 * Who asks. `member` says whether the person belongs to the workspace the decision lives in: people of other
 * organisations see a shared channel's cards and can click them, so every command is authorised by this.
 */
export type Actor = { readonly person: PersonId; readonly member: boolean };

/** What a person asks, and when, milliseconds since 1970. */
export type Asked = { readonly by: Actor; readonly at: number };
