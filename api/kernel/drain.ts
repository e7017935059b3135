import type { Server } from 'node:http';
import net, { type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const glance = 10;
const quiet = 500;
const longest = 5_000;

/**
 * Prepares a listening server for a stop that cuts nobody off. The function it returns refuses new connections, answers
 * every request that still arrives on an old one with `Connection: close`, and resolves when no request is in flight.
 *
 * Closing idle connections at once, as server.close() does, loses the request that is on its way over one of them: under
 * 50 requests a second some were. So connections get half a second to bring their next request and be told.
 */
export function prepareDrain(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  let inFlight = 0;
  let draining = false;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', (request, response) => {
    // A stream of events never ends by itself; whoever sends it closes it when the server stops.
    if (request.headers.accept?.includes('text/event-stream')) return;
    inFlight += 1;
    if (draining) response.shouldKeepAlive = false;
    response.once('close', () => {
      inFlight -= 1;
    });
  });

  return async () => {
    draining = true;
    const before = Date.now();
    // Only the listening ends here: http.Server's own close() would also cut the idle connections.
    net.Server.prototype.close.call(server);
    // Half a second of looking and not of the clock: on a busy machine both could pass before an arrived request is read.
    for (let looked = 0; sockets.size > 0 && Date.now() - before < longest; looked += glance) {
      if (inFlight === 0 && looked > quiet) return;
      await sleep(glance);
    }
  };
}
