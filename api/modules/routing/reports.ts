import type { RoutingRule } from '../../../contract/routing.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import * as queries from './queries.ts';

export function ruleView({ category, ...row }: queries.RuleRow, language: Language): RoutingRule {
  return { ...row, category: category && { id: category.id, name: labelIn(category.labels, language) } };
}

export async function rulesView(tx: Tx, language: Language, now: Date): Promise<RoutingRule[]> {
  return (await queries.rules(tx, now)).map((row) => ruleView(row, language));
}

/** The rule that decides for a place and a category, if any. */
export async function ruleFor(
  tx: Tx,
  place: { areaId: string | null; categoryId: string | null },
  language: Language,
  now: Date,
): Promise<RoutingRule | undefined> {
  const row = await queries.ruleFor(tx, place.areaId, place.categoryId, now);
  return row && ruleView(row, language);
}
