import { uuidv7 } from 'uuidv7';
import { inboxProblems, type SavedFilter } from '../../../contract/inbox.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import * as queries from './queries.ts';

/** Keeps a filter for the inbox under a name of one's own. */
export async function saveFilter({ tx, now }: Deed, words: Omit<SavedFilter, 'id'>): Promise<SavedFilter> {
  const saved = { id: uuidv7(), ...words };
  try {
    await queries.insertFilter(tx, saved, now);
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw fail(inboxProblems, 'inbox.filter_name_taken');
    throw error;
  }
  return saved;
}

export async function forgetFilter({ tx }: Deed, id: string): Promise<void> {
  if ((await queries.deleteFilter(tx, id)) === 0) throw fail(inboxProblems, 'inbox.filter_not_found');
}
