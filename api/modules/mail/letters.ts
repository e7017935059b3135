import type { Language } from '../../../contract/wire.ts';
import { labelIn } from '../../kernel/language.ts';
import type { LetterRow } from './queries.ts';
import { codeMinutes } from './rules.ts';
import { line, sentence } from './sentences.ts';

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
  const first = sentence(topic, code, language, params);
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
