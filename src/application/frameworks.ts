// The port to frameworks: the one in force, and those older decisions were started under.
import type { Framework } from '../domain/framework.ts';

/** Signals that a decision's framework is nowhere to be found: damage or a half-restored store. */
export class UnknownFrameworkError extends Error {
  readonly version: string;
  constructor(version: string) {
    super(`framework ${version} is not stored`);
    this.name = 'UnknownFrameworkError';
    this.version = version;
  }
}

/** Frameworks by version. Contents are stored under their hash at first use (design.md §3, Versions). */
export type Frameworks = {
  /** The framework new decisions start under. */
  readonly current: Framework;
  /** The framework of a version. Throws {@link UnknownFrameworkError}. Only the first call for a version reads the store. */
  of(team: string, version: string): Promise<Framework>;
  /** Makes sure the current framework is stored for this workspace. */
  keepCurrent(team: string): Promise<void>;
};
