import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';

// argon2id with little memory and many passes: the cost of BARS S7 without a burst of sign-ins filling the server's memory.
export const passwordCost = { memoryCost: 19_456, timeCost: 12, parallelism: 1 } as const;

// As many at a time as there are cores, less the one that answers everybody else: libuv would run four, and files and names wait behind them.
const atOnce = Math.max(1, availableParallelism() - 1);
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The turn is handed on rather than given back, so that nobody who comes now slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, passwordCost));
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password));
}

let decoy: Promise<string> | undefined;

/** A hash of nobody's password, verified against where there is no account, so that the answer takes as long (BARS S6). */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword('no account has this password');
  return decoy;
}
