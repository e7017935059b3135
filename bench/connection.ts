import { randomUUID } from 'node:crypto';
import net from 'node:net';

export interface Answer {
  status: number;
  body: Buffer;
  /** The server ends the connection after this answer. */
  last: boolean;
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. node:http and autocannon cost several times as much
 * processor time a request, which on a small machine is taken from the server that is being measured.
 */
export class Connection {
  private readonly socket: net.Socket;
  private readonly host: string;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  private constructor(socket: net.Socket, port: number) {
    this.socket = socket.setNoDelay(true);
    this.host = `127.0.0.1:${port}`;
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  static async open(port: number): Promise<Connection> {
    const socket = net.connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Connection(socket, port);
  }

  get(path: string, token: string): Promise<Answer> {
    return this.send(`GET ${path} HTTP/1.1\r\nHost: ${this.host}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  }

  /** A POST as the faces send it: JSON, with an Idempotency-Key of its own. */
  post(path: string, token: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    const text = JSON.stringify(body);
    return this.send(
      `POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: ${key}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  }

  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  close(): void {
    this.socket.destroy();
  }

  private send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error('the connection is closed'));
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headLength = this.received.indexOf(headEnd);
    if (headLength === -1) return;
    const head = this.received.toString('latin1', 0, headLength);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headLength + headEnd.length + length;
    if (this.received.length < end) return;
    const body = this.received.subarray(end - length, end);
    this.received = this.received.subarray(end);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body, last: /\r\nconnection: close/i.test(head) });
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}
