import { uuidv7 } from 'uuidv7';
import { type RoutingRule, routingProblems, type WriteRule } from '../../../contract/routing.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import * as queries from './queries.ts';
import { ruleView } from './reports.ts';

async function found({ tx, now }: Deed, id: string, version?: number): Promise<queries.RuleRow> {
  const row = await queries.ruleById(tx, id, now);
  if (!row) throw fail(routingProblems, 'routing.not_found');
  if (version !== undefined && version !== row.version) throw fail(kernelProblems, 'request.precondition_failed');
  return row;
}

async function demandSense({ tx, now }: Deed, words: WriteRule): Promise<void> {
  if (!words.areaId && !words.categoryId) throw fail(routingProblems, 'routing.empty');
  if (!(await queries.isThere(tx, words, now))) throw fail(routingProblems, 'routing.unknown');
}

function recorded({ tx, now }: Deed, id: string, verb: string, data: WriteRule | Record<string, never> = {}): void {
  appendEvent(tx, { subjectKind: 'routing_rule', subjectId: id, verb, at: now, data: { ...data } });
}

export async function addRule(deed: Deed, words: WriteRule): Promise<RoutingRule> {
  await demandSense(deed, words);
  const id = uuidv7();
  if ((await queries.insertRule(deed.tx, id, words)) === 0) throw fail(routingProblems, 'routing.taken');
  recorded(deed, id, 'add', words);
  return ruleView(await found(deed, id), deed.language);
}

/** Holds for what is assigned from now on. */
export async function changeRule(deed: Deed, id: string, words: WriteRule, version?: number): Promise<RoutingRule> {
  await found(deed, id, version);
  await demandSense(deed, words);
  if (await queries.isTaken(deed.tx, words, id)) throw fail(routingProblems, 'routing.taken');
  await queries.updateRule(deed.tx, id, words);
  recorded(deed, id, 'edit', words);
  return ruleView(await found(deed, id), deed.language);
}

export async function removeRule(deed: Deed, id: string, version: number | undefined): Promise<void> {
  await found(deed, id, version);
  await queries.deleteRule(deed.tx, id);
  recorded(deed, id, 'remove');
}
