// Runs the effect "show the record": writes the decision down and shows the files in its thread, once.
import type { DecisionEvent } from '../../domain/decision/events.ts';
import type { PersonId } from '../../domain/decision/refs.ts';
import type { DecisionAddress, DecisionStore } from '../decision-store.ts';
import type { Artist } from '../drawings/artist.ts';
import { recordDrawings } from '../drawings/record-drawings.ts';
import { type SharingParts, shareOnce } from '../drawings/share-once.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { Frameworks } from '../frameworks.ts';
import { holding } from '../hold.ts';
import { loadDecision } from '../load-decision.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import { exportEffect, exportKey } from './export-effect.ts';
import type { NamesOf } from './names-of.ts';
import type { RecordWriter } from './record-writer.ts';

/** What exporting works with. */
export type ExportParts = SharingParts & {
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly frameworks: Frameworks;
  readonly owed: OwedEffects;
  readonly writeRecord: RecordWriter;
  readonly namesOf: NamesOf;
  readonly artist: Artist;
};

/** Shows the record asked for after so many events. Repeating it is harmless. */
export type ShareRecord = (address: DecisionAddress, version: number) => Promise<Ran>;

/** Builds the procedure. */
export function createShareRecord(parts: ExportParts): ShareRecord {
  return function shareRecord(address, version) {
    return holding(parts.ledger, { address, name: 'export' }, () =>
      runOwed(parts.owed, { ...address, effect: exportEffect(version) }, () => share(parts, address, version)),
    );
  };
}

async function share(parts: ExportParts, address: DecisionAddress, version: number): Promise<Ran> {
  const { decision } = await loadDecision(parts, address);
  if (decision.status === 'unstarted' || decision.place === null) return { done: true };
  const sheet = { key: exportKey(version), make: () => write(parts, address) };
  return shareOnce(parts, { address, decision, target: decision.place }, sheet);
}

async function write(parts: ExportParts, address: DecisionAddress) {
  const [{ decision }, events, words] = await Promise.all([
    loadDecision(parts, address),
    parts.store.history(address),
    parts.store.words(address),
  ]);
  if (decision.status === 'unstarted') throw new Error(`nothing is recorded of ${address.decisionId}`);
  const framework = await parts.frameworks.of(address.team, decision.framework);
  const [drawings, names] = await Promise.all([
    recordDrawings({ artist: parts.artist, decision, words }),
    parts.namesOf(peopleIn(events)),
  ]);
  const record = parts.writeRecord({ decision, events, words, names, framework, exportedAt: parts.now() });
  return {
    heading: 'The record of this decision',
    lines: [
      'As Markdown (MADR 4) to keep beside the code, and as JSON to be checked by a program.',
      ...(drawings.length === 0 ? [] : ['The steps are drawn as SVG and as Mermaid.']),
    ],
    files: [...record, ...drawings],
  };
}

/** Everybody who did something or is named in what was done. */
function peopleIn(events: readonly DecisionEvent[]): readonly PersonId[] {
  const named = events.flatMap((event) => {
    switch (event.type) {
      case 'DecisionStarted':
        return [event.owner, ...event.invited];
      case 'HandedOver':
        return [event.to];
      case 'FinderNamed':
      case 'OwnerLeft':
        return [event.person];
      default:
        return [];
    }
  });
  const acting = events.flatMap(({ by }) => (by === null ? [] : [by]));
  return [...new Set([...named, ...acting])];
}
