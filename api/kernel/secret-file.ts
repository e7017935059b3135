import fs from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';
import { createSecretFile, openSecrets, type Secrets } from './secrets.ts';

/**
 * Opens the configured secrets, making the file on the first start.
 * @throws when the file is gone while the embedded database is there: with a new key nothing personal in it could be read,
 * and what is written from now on could not be read with the old one.
 */
export function openOwnSecrets({ secretFile, cipher, dataFolder, databaseUrl }: Config): Secrets {
  if (!fs.existsSync(secretFile)) {
    if (databaseUrl === undefined && fs.existsSync(path.join(dataFolder, 'postgres', 'PG_VERSION'))) {
      throw new Error(
        `${secretFile} is missing, and the database in ${dataFolder} was written with it. Put the file back from its backup, or point LINJU_SECRET_FILE to it.`,
      );
    }
    fs.mkdirSync(path.dirname(secretFile), { recursive: true, mode: 0o711 });
    createSecretFile(secretFile);
  }
  return openSecrets(secretFile, cipher);
}

/** Password of linju_app on a server of one's own (DATABASE_URL); the embedded one trusts its socket. */
export function appPasswordOf(secrets: Secrets): string {
  return secrets.derive('password of linju_app').toString('base64url');
}
