import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Generous on purpose: a wait ends when what it waits for is there, and a limit only says when a promise is broken.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
    // Files share a worker and its loaded modules, which saves a third of the processor time; every file brings a Redis, an
    // app and a playground of its own and ends them. Four workers for two cores: most tests wait for a clock, not a processor.
    isolate: false,
    maxWorkers: 4,
  },
});
