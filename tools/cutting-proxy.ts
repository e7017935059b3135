import net from 'node:net';

/** A TCP proxy before a database whose line can be cut. */
export interface CuttingProxy {
  port: number;
  /** Nothing comes through any more and nothing is closed: a cable pulled behind a router that stays. */
  hang(): void;
  /** Every connection ends, and no new one is let in: a host that is down. */
  tear(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openCuttingProxy(target: net.NetConnectOpts): Promise<CuttingProxy> {
  const open = new Set<net.Socket>();
  let state: 'whole' | 'hanging' | 'torn' = 'whole';
  const keep = (socket: net.Socket) => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const server = net.createServer((near) => {
    keep(near);
    if (state === 'torn') near.destroy();
    if (state !== 'whole') return;
    const far = keep(net.connect(target));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (data) => state === 'whole' && far.write(data));
    far.on('data', (data) => state === 'whole' && near.write(data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as net.AddressInfo).port,
    hang() {
      state = 'hanging';
    },
    tear() {
      state = 'torn';
      drop();
    },
    mend() {
      drop();
      state = 'whole';
    },
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
