import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedLetter {
  to: string[];
  /** As it came, headers first. */
  raw: string;
  header(name: string): string | undefined;
  /** The text, decoded. */
  text: string;
}

export interface TestMailServer {
  url: string;
  letters: ReceivedLetter[];
  /** Refuses so many letters that come next to an address with this code; 4yz is for now, 5yz for good. */
  refuse(address: string, times: number, responseCode: number): void;
  close(): Promise<void>;
}

function letterFrom(to: string[], raw: string): ReceivedLetter {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) =>
    unfolded
      .split('\r\n')
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim();
  const body = rest.join('\r\n\r\n');
  const encoding = header('content-transfer-encoding');
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? Buffer.from(
            body
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8')
        : body;
  return { to, raw, header, text };
}

/** A mail server on this machine that keeps what it is given. */
export async function openTestMailServer(): Promise<TestMailServer> {
  const letters: ReceivedLetter[] = [];
  const refusal = { address: '', times: 0, responseCode: 451 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (refusal.times > 0 && to.includes(refusal.address)) {
          refusal.times -= 1;
          return done(Object.assign(new Error('not now'), { responseCode: refusal.responseCode }));
        }
        letters.push(letterFrom(to, Buffer.concat(pieces).toString('utf8')));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse(address, times, responseCode) {
      Object.assign(refusal, { address, times, responseCode });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
