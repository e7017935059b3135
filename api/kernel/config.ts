import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

/** Everything in the environment that is wrong, one sentence per line, so that one start tells the whole list. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const isRoot = process.getuid?.() === 0;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(0).max(65_535));
const text = z.string().trim().min(1);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const address = z
  .string()
  .trim()
  .refine((value) => isIP(value.replace(/\/\d{1,3}$/, '')) !== 0, 'not an IP address or network');
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'must be a domain like linju.example.cn',
  )
  .refine((value) => isIP(value) === 0, 'must be a domain, not an address');
const addresses = z
  .string()
  .transform((value) => value.split(','))
  .pipe(z.array(address));

/** One row per environment variable: what it decides, its default as shown to people, and its check. */
const settings = {
  PORT: { means: 'Port the server listens on.', default: '8080', check: port },
  HOST: { means: 'Address the server listens on; 0.0.0.0 lets other machines in.', default: '127.0.0.1', check: text },
  LINJU_DATA: {
    means: 'Folder that holds the embedded database, the uploaded files, the secret key and the logs.',
    default: isRoot ? '/var/lib/linju' : './var',
    check: text.transform((value) => path.resolve(value)),
  },
  DATABASE_URL: {
    means: 'PostgreSQL 15–18 to use instead of the embedded one; a role that may create roles, not the serving one.',
    default: '',
    check: z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/database'),
  },
  LINJU_DEMO: {
    means:
      'Fill an empty database with the demonstration street: on or off. Unset: on with the embedded database, off with DATABASE_URL.',
    default: '',
    check: z.enum(['on', 'off']),
  },
  LINJU_SECRET_FILE: {
    means:
      'File with the 32-byte key that personal fields are encrypted with; made on the first start. Unset: secret.key in LINJU_DATA. Back it up apart from the database.',
    default: '',
    check: text.transform((value) => path.resolve(value)),
  },
  LINJU_CIPHER: {
    means: 'Cipher of newly written personal fields: aes or sm4.',
    default: 'aes',
    check: z.enum(['aes', 'sm4']),
  },
  LINJU_FILES: {
    means: 'Where uploaded files are kept: local (in LINJU_DATA) or s3.',
    default: 'local',
    check: z.enum(['local', 's3']),
  },
  S3_ENDPOINT: { means: 'Address of the S3 service.', default: '', check: url },
  S3_BUCKET: { means: 'Bucket on the S3 service.', default: '', check: text },
  S3_REGION: { means: 'Region of the bucket.', default: 'us-east-1', check: text },
  S3_ACCESS_KEY_ID: { means: 'Key id for the S3 service.', default: '', check: text },
  S3_SECRET_ACCESS_KEY: { means: 'Secret key for the S3 service.', default: '', check: text },
  TRUST_PROXY: {
    means: 'Addresses or networks, separated by commas, of the proxies whose X-Forwarded-For is believed. Unset: none.',
    default: '',
    check: addresses,
  },
  LOG_LEVEL: {
    means:
      'Least important message to log. Set: JSON lines on standard error. Unset: info and above, to log/server.log in LINJU_DATA.',
    default: '',
    check: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  },
  PUBLIC_URL: {
    means: 'Address people reach the server at, for links. Unset: http://HOST:PORT.',
    default: '',
    check: url,
  },
  PASSKEY_DOMAIN: {
    means:
      'Domain that passkeys belong to: the host of PUBLIC_URL or a domain above it; changing it makes every passkey useless. Unset: the host of PUBLIC_URL; an IP address cannot have passkeys.',
    default: '',
    check: domain,
  },
  SMTP_URL: {
    means:
      'Mail server that notices are also sent by: smtp://user:password@host:587, or smtps:// for TLS from the start. Unset: no e-mail.',
    default: '',
    check: z.string().regex(/^smtps?:\/\/[^\s/]+\/?$/, 'must look like smtp://user:password@host:587'),
  },
  MAIL_FROM: {
    means: 'Sender of the e-mail: an address, or a name with the address in angle brackets.',
    default: '',
    check: z
      .string()
      .trim()
      .regex(/^([^<>\s@]+@[^<>\s@]+|[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>)$/, 'must look like 邻聚 <linju@example.cn>'),
  },
  LINJU_TIANDITU_KEY: {
    means:
      'Key (tk, for browsers) of 天地图, whose tiles then lie under the maps. People who are signed in get it with the addresses of the tiles. Unset: plans without tiles.',
    default: '',
    check: z.string().regex(/^[0-9A-Za-z]{8,64}$/, 'must be letters and digits'),
  },
  LINJU_TIANDITU_URL: {
    means: 'Where the tiles of 天地图 come from; {s} stands for 0 to 7.',
    default: 'https://t{s}.tianditu.gov.cn',
    check: z
      .string()
      .regex(/^https?:\/\/(?=.)[\w.:-]*(\{s\})?[\w.:-]*$/, 'must look like https://t{s}.tianditu.gov.cn'),
  },
  LINJU_TIANDITU_NOTICE: {
    means: 'What stands on the maps about whose they are, with the approval number 审图号 that holds today.',
    default: '天地图 © 国家基础地理信息中心',
    check: text,
  },
  POOL_SIZE: {
    means: 'Database connections the server keeps at most.',
    default: '10',
    check: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(2).max(40)),
  },
  RATE_LIMIT: {
    means: 'Requests a minute that one session (or, not signed in, one address) may make.',
    default: '600',
    check: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1)),
  },
} as const;

type Name = keyof typeof settings;

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads and checks the settings. An empty variable counts as unset.
 * @throws ConfigError naming every wrong variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const faults: string[] = [];
  function value<N extends Name>(name: N): z.output<(typeof settings)[N]['check']> | undefined {
    const given = env[name] || settings[name].default;
    if (given === '') return undefined;
    const parsed = settings[name].check.safeParse(given);
    if (parsed.success) return parsed.data as z.output<(typeof settings)[N]['check']>;
    // The value itself is left out: DATABASE_URL and the S3 keys are secrets.
    faults.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}. ${settings[name].means}`);
    return undefined;
  }
  function needed<N extends Name>(name: N, because: string): NonNullable<z.output<(typeof settings)[N]['check']>> {
    const found = value(name);
    if (found === undefined && !faults.some((fault) => fault.startsWith(`${name}:`)))
      faults.push(`${name}: is needed ${because}.`);
    return found as NonNullable<typeof found>;
  }

  const dataFolder = needed('LINJU_DATA', 'always');
  const host = needed('HOST', 'always');
  const listenPort = needed('PORT', 'always');
  const databaseUrl = value('DATABASE_URL');
  const logLevel = value('LOG_LEVEL');
  const files = needed('LINJU_FILES', 'always');
  const smtpUrl = value('SMTP_URL');
  const publicUrl = value('PUBLIC_URL') ?? `http://${host}:${listenPort}`;
  const config = {
    host,
    port: listenPort,
    dataFolder,
    /** Undefined: the embedded database. */
    databaseUrl,
    demo: (value('LINJU_DEMO') ?? (databaseUrl === undefined ? 'on' : 'off')) === 'on',
    secretFile: value('LINJU_SECRET_FILE') ?? path.join(dataFolder ?? '', 'secret.key'),
    cipher: needed('LINJU_CIPHER', 'always'),
    files:
      files === 's3'
        ? {
            kind: 's3' as const,
            endpoint: needed('S3_ENDPOINT', 'with LINJU_FILES=s3'),
            bucket: needed('S3_BUCKET', 'with LINJU_FILES=s3'),
            region: needed('S3_REGION', 'with LINJU_FILES=s3'),
            accessKeyId: needed('S3_ACCESS_KEY_ID', 'with LINJU_FILES=s3'),
            secretAccessKey: needed('S3_SECRET_ACCESS_KEY', 'with LINJU_FILES=s3'),
          }
        : { kind: 'local' as const, folder: path.join(dataFolder ?? '', 'files') },
    trustProxy: value('TRUST_PROXY') ?? [],
    logLevel: logLevel ?? 'info',
    /** Undefined: standard error. */
    logFile: logLevel === undefined ? path.join(dataFolder ?? '', 'log', 'server.log') : undefined,
    publicUrl,
    /** Undefined: passkeys cannot be had at this address. */
    passkeys: passkeysAt(publicUrl, value('PASSKEY_DOMAIN'), faults),
    /** Undefined: no e-mail is sent, and none offered. */
    mail: smtpUrl === undefined ? undefined : { smtpUrl, from: needed('MAIL_FROM', 'with SMTP_URL') },
    /** Undefined: no tiles under the maps. */
    tiles: tilesFrom(
      value('LINJU_TIANDITU_KEY'),
      needed('LINJU_TIANDITU_URL', 'always'),
      needed('LINJU_TIANDITU_NOTICE', 'always'),
    ),
    poolSize: needed('POOL_SIZE', 'always'),
    /** Requests a minute from one session or address. */
    rateLimit: needed('RATE_LIMIT', 'always'),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** Where passkeys are good: a page of `origin`, for anything under `domain` (WebAuthn calls it the RP ID). */
function passkeysAt(publicUrl: string, wanted: string | undefined, faults: string[]) {
  const parsed = URL.parse(publicUrl);
  if (!parsed) return undefined;
  const { hostname, origin } = parsed;
  if (wanted !== undefined && hostname !== wanted && !hostname.endsWith(`.${wanted}`))
    faults.push(
      `PASSKEY_DOMAIN: must be the host of PUBLIC_URL or a domain above it. ${settings.PASSKEY_DOMAIN.means}`,
    );
  const domainOf = wanted ?? hostname;
  return isIP(domainOf.replace(/^\[|\]$/g, '')) === 0 ? { domain: domainOf, origin } : undefined;
}

/** The map service, with the origins that pictures may come from. */
function tilesFrom(key: string | undefined, url: string, notice: string) {
  if (key === undefined) return undefined;
  const subdomains = url.includes('{s}') ? ['0', '1', '2', '3', '4', '5', '6', '7'] : [''];
  return { key, url, notice, subdomains, origins: subdomains.map((one) => url.replace('{s}', one)) };
}

/** The page of settings for the docs; docs/configuration.md is this text. */
export function settingsAsMarkdown(): string {
  const rows = Object.entries(settings).map(([name, { means, default: fallback }]) => {
    const shown = name === 'LINJU_DATA' ? '`./var`, or `/var/lib/linju` when root' : fallback && `\`${fallback}\``;
    return `| \`${name}\` | ${means} | ${shown} |`;
  });
  return [
    '# Configuration',
    '',
    'Settings are environment variables. An empty one counts as unset; a wrong one stops the start with the whole list of what is wrong.',
    '',
    '| variable | meaning | default |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
