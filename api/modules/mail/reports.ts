import type { MailSettings } from '../../../contract/mail.ts';
import type { Tx } from '../../kernel/db.ts';
import type { World } from '../../kernel/world.ts';
import { addressPurpose } from './actions.ts';
import { openCode, ownMail } from './queries.ts';
import { maskAddress } from './rules.ts';

const failedDays = 30;

export async function mailView(tx: Tx, world: World, now: Date): Promise<MailSettings> {
  const { addressCipher, topics, failed, failedAt } = await ownMail(
    tx,
    new Date(now.getTime() - failedDays * 86_400_000),
  );
  const code = await openCode(tx, now);
  const masked = (cipher: Buffer) => maskAddress(world.secrets.decrypt(cipher, addressPurpose));
  return {
    offered: world.config.mail !== undefined,
    address: addressCipher && masked(addressCipher),
    topics: topics ?? [],
    waiting: code ? { address: masked(code.addressCipher), until: code.expiresAt } : null,
    failed: failed > 0 && failedAt ? { count: failed, at: failedAt } : null,
  };
}
