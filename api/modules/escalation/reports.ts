import type { Ladder } from '../../../contract/escalation.ts';
import type { Tx } from '../../kernel/db.ts';
import { rungs } from './queries.ts';

export async function ladderView(tx: Tx): Promise<Ladder> {
  return { rungs: await rungs(tx) };
}
