import { accountsProblems } from '../../../contract/accounts.ts';
import type { SecondStep } from '../../../contract/authenticators.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { accountById } from '../accounts/index.ts';
import { isRequired } from './actions.ts';
import { recoveryCodesLeft } from './queries.ts';

export async function secondStepView(tx: Tx, world: World, actor: Actor): Promise<SecondStep> {
  const account = await accountById(tx, actor.accountId);
  if (!account) throw fail(accountsProblems, 'accounts.not_found');
  return {
    totpSince: account.totpSince,
    recoveryCodesLeft: await recoveryCodesLeft(tx, actor.accountId),
    required: isRequired(world, actor),
  };
}
