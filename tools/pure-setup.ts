import { afterAll, vi } from 'vitest';

// The files of a worker share one process, and so what they import from packages; our own modules and globals begin anew.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});
