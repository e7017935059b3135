import type { ProblemBody } from '../../contract/wire.ts';

/** The server answered with a refusal; `body.title` and `body.detail` are already in the reader's language. */
export class ProblemError extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.name = 'ProblemError';
    this.body = body;
  }

  get code() {
    return this.body.code;
  }

  get status() {
    return this.body.status;
  }

  /** Message for one field of what was sent (`body`, `onBehalf.phone`), if the server named it. */
  field(path: string): string | undefined {
    return this.body.fields?.find((field) => field.path === path)?.message;
  }
}

/** No answer at all: no network, or the server cannot be reached. What was sent may be sent again with the same key. */
export class OfflineError extends Error {
  constructor() {
    super('No answer from the server');
    this.name = 'OfflineError';
  }
}

const holds = ['accounts.code_needed', 'accounts.password_change_needed', 'accounts.second_step_needed'];

/** The session is there, but has something to do before it opens anything. */
export const isHeldBack = (error: unknown): boolean => error instanceof ProblemError && holds.includes(error.code);

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);
