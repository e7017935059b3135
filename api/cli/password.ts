import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { UsageError } from './command.ts';

/** A new password: the first line of standard input, or asked for twice on the terminal without showing it. */
export async function newPassword(fromStdin: boolean): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  if (!process.stdin.isTTY) {
    throw new UsageError(
      '这里没有终端，请用 --password-stdin 从标准输入读取密码。No terminal here: pass the password with --password-stdin.',
    );
  }
  // The interface turns the echo off; it must be there before the question and stay for both.
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silence, terminal: true });
  const asked = async (question: string) => {
    process.stderr.write(question);
    const answer = await prompt.question('');
    process.stderr.write('\n');
    return answer;
  };
  try {
    const first = await asked('新密码（至少 8 位）New password (8 or more): ');
    if (first !== (await asked('再输入一次 Again: '))) throw new Error('两次输入不一样 The two do not match');
    return first;
  } finally {
    prompt.close();
  }
}
