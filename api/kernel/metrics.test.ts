import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('requests, jobs, connections, memory and event-loop delay are told in one answer', async () => {
  const metrics = createMetrics();
  const pool = { totalCount: 5, idleCount: 2, waitingCount: 7 };
  metrics.watchPool('app', pool);
  metrics.requestDone('GET', '/api/v1/cases/:id', 200, 0.012);
  metrics.requestDone('GET', '/api/v1/cases/:id', 200, 0.3);
  metrics.jobDone('roll-up', 'failed');
  const body = await metrics.body();

  expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/cases/:id",status="200"} 2');
  expect(body).toContain(
    'http_request_duration_seconds_bucket{le="0.025",method="GET",route="/api/v1/cases/:id",status="200"} 1',
  );
  expect(body).toContain('linju_jobs_total{job="roll-up",outcome="failed"} 1');
  expect(body).toContain('linju_db_connections{pool="app",state="busy"} 3');
  expect(body).toContain('linju_db_connections{pool="app",state="waiting"} 7');
  expect(body).toMatch(/process_resident_memory_bytes \d+/);
  expect(body).toMatch(/nodejs_eventloop_lag_p99_seconds /);
  expect(metrics.contentType).toContain('text/plain');

  pool.idleCount = 5;
  expect(await metrics.body()).toContain('linju_db_connections{pool="app",state="busy"} 0');
});

test('two applications in one process keep their figures apart', async () => {
  const one = createMetrics();
  const other = createMetrics();
  one.jobDone('roll-up', 'succeeded');
  expect(await other.body()).not.toContain('roll-up');
});
