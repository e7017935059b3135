import type { MailSettings } from '../../../contract/mail.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import type { World } from '../../kernel/world.ts';
import { addressPurpose } from './actions.ts';
import { type LetterRow, openCode, ownMail } from './queries.ts';
import { codeMinutes, type Line, lines, maskAddress, type Pair, sentenceFor } from './rules.ts';

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

type Params = Readonly<Record<string, string>>;

function filled(pair: Pair, language: Language, params: Params): string {
  const sentence = pair[language === 'en' ? 1 : 0];
  const text = language === 'zh-Hant' ? toTraditional(sentence) : sentence;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}

const line = (name: Line, language: Language, params: Params = {}) => filled(lines[name], language, params);

export interface Letter {
  subject: string;
  text: string;
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

function addressOf({ subjectKind, subjectId, topic, atDesk }: LetterRow): string {
  if (subjectKind === 'followed_case') return `/followed/${subjectId}`;
  if (subjectKind !== 'case') return atDesk ? '/console/account' : '/me';
  return topic === 'work' && atDesk ? `/console/cases/${subjectId}` : `/cases/${subjectId}`;
}

/** A sentence, number and link; for staff class and deadline too. No name, number to call, place, or word of the case beyond its raiser's own title. */
export function letterOf(row: LetterRow, publicUrl: string, stopLink: string): Letter {
  const { language, topic, code, params, number, categoryLabels, dueAt } = row;
  const first = filled(sentenceFor(topic, code), language, params);
  const facts = [
    number && line('number', language, { number }),
    topic === 'work' && categoryLabels && line('category', language, { category: labelIn(categoryLabels, language) }),
    topic === 'work' && dueAt && line('due', language, { due: days.format(new Date(dueAt)) }),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  const open = line('open', language, { link: `${publicUrl}${addressOf(row)}` });
  const text = [first, '', ...facts, open, '', line('stop', language, { link: stopLink }), ''].join('\n');
  return { subject: `${line('subject', language)} · ${first}`, text };
}

export function codeLetter(code: string, language: Language): Letter {
  const text = line('code', language, { code, minutes: String(codeMinutes) });
  return { subject: line('codeSubject', language), text: `${text}\n` };
}
