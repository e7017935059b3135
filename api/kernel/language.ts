import type { FastifyRequest } from 'fastify';
import { type Language, languages } from '../../contract/wire.ts';

/** The language of the caller: what the request asks for, else what the account keeps, else zh-Hans. */
export function languageOf(request: FastifyRequest): Language {
  const asked = request.headers['accept-language'];
  return (asked ? matched(asked) : undefined) ?? request.actor?.language ?? 'zh-Hans';
}

/** First language of an Accept-Language header that Linju speaks. */
export function matched(header: string): Language | undefined {
  for (const part of header.split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    const exact = languages.find((language) => language.toLowerCase() === tag);
    if (exact) return exact;
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return undefined;
}

export type Labels = Readonly<Record<string, string>>;

/** A label kept as data in the reader's language; zh-Hans where the street has no other. */
export function labelIn(labels: Labels, language: Language): string {
  return labels[language] ?? labels['zh-Hans'] ?? '';
}
