import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner, WorkerEvents } from 'graphile-worker';
import type { Log } from './log.ts';

const restartMs = 1_000;
const failuresInARow = 4;

/**
 * Keeps a runner running. graphile-worker 0.18 does not come through every loss of the database by itself: one that falls into its first
 * look at the task names is remembered and returned for ever, one that falls into a completion ends it. Both are met by a new runner.
 */
export async function supervise(start: () => Promise<Runner>, events: WorkerEvents, log: Log) {
  let stopping = false;
  let failures = 0;
  let runner = await start();
  const breakOff = () => void runner.stop().catch(() => undefined);
  events.on('worker:getJob:error', ({ error }) => {
    failures += 1;
    if (failures !== failuresInARow) return;
    log.error({ err: error }, 'no jobs can be taken');
    breakOff();
  });
  events.on('worker:getJob:empty', () => {
    failures = 0;
  });
  events.on('job:start', () => {
    failures = 0;
  });
  events.on('worker:fatalError', breakOff);

  async function keepRunning(): Promise<void> {
    for (;;) {
      await runner.promise.catch((error) => log.error({ err: error }, 'job runner failed'));
      if (stopping) return;
      log.error('job runner broke off and is started again');
      await sleep(restartMs);
      failures = 0;
      try {
        runner = await start();
        if (stopping) breakOff();
      } catch (error) {
        log.warn({ err: error }, 'job runner does not start');
      }
    }
  }
  const supervision = keepRunning();

  return {
    /** Settles when the running jobs have finished. */
    async stop() {
      stopping = true;
      breakOff();
      await supervision;
    },
  };
}
