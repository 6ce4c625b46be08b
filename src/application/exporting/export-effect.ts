// Names what is owed when somebody asks for the record of a decision.

const EXPORT = /^export\.([1-9]\d{0,8})$/;

/** The effect that shows the record as it was after so many events: asked for twice, it is shown once. */
export function exportEffect(version: number): string {
  return `export.${version}`;
}

/** After how many events the record an effect shows was asked for, or null for an effect of another kind. */
export function exportOfEffect(effect: string): number | null {
  const version = EXPORT.exec(effect)?.[1];
  return version === undefined ? null : Number(version);
}

/** Under which key the message with the files is known. */
export function exportKey(version: number): string {
  return `export-${version}`;
}
