// Runs a synchronous property. fast-check's own type leaves open whether there is something to await.
import * as fc from 'fast-check';

/** Throws with the smallest counterexample when the property does not hold. */
export function forAll<Values>(property: fc.IProperty<Values>, parameters?: fc.Parameters<Values>): void {
  void fc.assert(property, parameters);
}
