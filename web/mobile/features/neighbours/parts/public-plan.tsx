import { Link } from '@tanstack/react-router';
import type { PublicPlan as Plan } from '../../../../../contract/publication.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { layOut } from '../plan-layout.ts';

interface PublicPlanProps {
  readonly plan: Plan;
  readonly street: string | undefined;
  /** The building whose cases are listed. */
  readonly chosen: string | undefined;
}

/** The street drawn from its boundaries, without tiles: a point a building, as large as it has cases; a tap lists them. */
export function PublicPlan({ plan, street, chosen }: PublicPlanProps) {
  const t = useWords();
  const layout = layOut(plan);
  if (!layout) return null;
  return (
    <svg className="public-plan" viewBox={`0 0 ${layout.width} ${layout.height}`}>
      <title>{t('neighbours:plan')}</title>
      {plan.areas.map(({ id, boundary }) => boundary && <path key={id} d={layout.path(boundary)} />)}
      {plan.points.map(({ areaId, name, center, open, done }) => {
        const { x, y } = layout.place(center);
        const on = areaId === chosen;
        return (
          <Link
            key={areaId}
            to="/public"
            search={{ street, area: on ? undefined : areaId }}
            replace
            className={on ? 'on' : undefined}
            aria-label={t('neighbours:plan.point', { place: name, open, done })}
          >
            <circle cx={x} cy={y} r={36} className="target" />
            <circle cx={x} cy={y} r={Math.min(30, 18 + 2 * (open + done))} className={open > 0 ? 'open' : 'done'} />
            <text x={x} y={y + 8}>
              {open + done}
            </text>
          </Link>
        );
      })}
    </svg>
  );
}
