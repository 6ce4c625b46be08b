// The ways a private Redis cannot be had, each with a sentence for the person at the terminal.

/** No Redis is on this machine and none could be fetched. The message says what to install. */
export class RedisMissingError extends Error {
  override readonly name = 'RedisMissingError';

  /** `reason` ends the sentence "none was found on the path, and …". */
  constructor(reason: string, cause?: unknown) {
    const install = process.platform === 'darwin' ? 'brew install redis' : 'the package redis-server or valkey-server';
    super(
      `Install Redis 6.2 or newer (${install}) or set REDIS_URL to one that runs: none was found on the path, and ${reason}.`,
      { cause },
    );
  }
}

/** Another Redis works on this data folder, so starting a second one would mix up its files. */
export class RedisDataInUseError extends Error {
  override readonly name = 'RedisDataInUseError';

  constructor(dataDir: string) {
    super(`The data in ${dataDir} is in use by another running Downbeat: stop that one first.`);
  }
}

/** The program was started but never became ready. The message carries what it said last. */
export class RedisStartError extends Error {
  override readonly name = 'RedisStartError';
}

/** The port asked for belongs to another program. */
export class RedisPortInUseError extends Error {
  override readonly name = 'RedisPortInUseError';

  constructor(port: number) {
    super(`Port ${port} of this machine is in use by another program, so the private Redis cannot listen on it.`);
  }
}
