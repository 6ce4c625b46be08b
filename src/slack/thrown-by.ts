// What listeners threw, out of the wrappings that Bolt puts around it: those have neither its stack nor its causes.
import { MultipleListenerError, UnknownError } from '@slack/bolt';

/** The errors that stand behind one of Bolt's; one but for several listeners of the same event. */
export function thrownBy(error: Error): readonly Error[] {
  if (error instanceof MultipleListenerError) return error.originals.flatMap(thrownBy);
  return error instanceof UnknownError ? thrownBy(error.original) : [error];
}
