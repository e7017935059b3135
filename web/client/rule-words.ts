import type { RoutingRule } from '../../contract/routing.ts';

/** 文体社区 · 水管漏水: what a rule is for, in one line. */
export function ruleWords({ area, category }: Pick<RoutingRule, 'area' | 'category'>): string {
  return [area?.name, category?.name].filter(Boolean).join(' · ');
}

/** 邻安物业 · 周师傅: whom it names. */
export function handlerWords({ organization, person }: Pick<RoutingRule, 'organization' | 'person'>): string {
  return [organization.name, person?.name].filter(Boolean).join(' · ');
}
