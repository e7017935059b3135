import type { Language } from '../../contract/wire.ts';

/** A failure the system knows, declared once: status, words for people, and what fills them in (`{name}`). */
export interface ProblemWords {
  status: number;
  'zh-Hans': string;
  en: string;
}
export type ProblemTable = Readonly<Record<string, ProblemWords>>;

export interface FieldProblem {
  path: string;
  message: string;
}

/** Thrown by rules and verbs; kernel/http writes it as RFC 9457 in the caller's language. */
export class Problem extends Error {
  readonly code: string;
  readonly words: ProblemWords;
  readonly params: Readonly<Record<string, string>>;
  readonly fields: readonly FieldProblem[];

  constructor(
    code: string,
    words: ProblemWords,
    params: Record<string, string>,
    fields: readonly FieldProblem[],
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Problem';
    this.code = code;
    this.words = words;
    this.params = params;
    this.fields = fields;
  }
}

/** Makes the problem; the caller throws it, so that the compiler sees where a path ends. */
export function fail<T extends ProblemTable>(
  table: T,
  code: keyof T & string,
  params: Record<string, string> = {},
  options: ErrorOptions & { fields?: readonly FieldProblem[] } = {},
): Problem {
  const words = table[code];
  if (!words) throw new Error(`undeclared problem ${code}`);
  return new Problem(
    code,
    words,
    params,
    options.fields ?? [],
    options.cause === undefined ? undefined : { cause: options.cause },
  );
}

/** The sentence in the reader's language; `traditional` turns simplified into traditional characters. */
export function sentence(
  words: ProblemWords,
  params: Readonly<Record<string, string>>,
  language: Language,
  traditional: (text: string) => string,
): string {
  const pattern = language === 'en' ? words.en : words['zh-Hans'];
  const filled = pattern.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
  return language === 'zh-Hant' ? traditional(filled) : filled;
}
