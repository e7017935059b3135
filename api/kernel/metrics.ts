import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The three figures of a connection pool (pg.Pool has them). */
interface PoolFigures {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

export interface Metrics {
  /** `route` is the pattern (/api/v1/cases/:id), never the address: one series per route, and no id in a label. */
  requestDone(method: string, route: string, status: number, seconds: number): void;
  jobDone(name: string, outcome: 'succeeded' | 'failed'): void;
  watchPool(name: string, pool: PoolFigures): void;
  contentType: string;
  /** The answer of GET /metrics, in the text format of Prometheus. */
  body(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });

  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const jobs = new Counter({
    name: 'linju_jobs_total',
    help: 'Attempts at background jobs by outcome',
    labelNames: ['job', 'outcome'],
    registers,
  });
  const pools = new Map<string, PoolFigures>();
  new Gauge({
    name: 'linju_db_connections',
    help: 'Database connections by state; waiting counts requests that have none yet',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });

  return {
    requestDone: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    jobDone: (job, outcome) => jobs.inc({ job, outcome }),
    watchPool: (name, pool) => pools.set(name, pool),
    contentType: registry.contentType,
    body: () => registry.metrics(),
  };
}
