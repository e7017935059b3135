import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../../../contract/figures.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { drawOutlines } from '../../../app/outlines.ts';

/** Plan of the areas below, drawn from their boundaries without tiles; an area opens to the cases open in it. */
export function Plan({ areas }: { areas: Overview['byArea'] }) {
  const t = useWords();
  const drawing = drawOutlines(areas.map(({ area, boundary }) => ({ id: area.id, boundary })));
  if (!drawing) return null;
  const busiest = Math.max(...areas.map((one) => one.open), 1);
  return (
    <svg className="plan" viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
      <title>{t('console:overview.plan')}</title>
      {areas.map(({ area, open, overdue }) => {
        const outline = drawing.outlines.get(area.id);
        if (!outline) return null;
        const words = t('console:overview.openInArea', { area: area.name, count: open });
        return (
          <Link key={area.id} to="/" search={{ area: area.id, open: 'true' }}>
            <title>{words}</title>
            <path d={outline.path} className={open > busiest / 2 ? 'shape busy' : 'shape'} />
            {outline.width > 80 && (
              <text x={outline.x} y={outline.y - 6} className="name">
                {area.name}
              </text>
            )}
            {outline.width > 80 && overdue > 0 && (
              <text x={outline.x} y={outline.y + 40}>
                {t('console:overview.overdueShort', { count: overdue })}
              </text>
            )}
            <text x={outline.x} y={outline.y + (outline.width > 80 ? 18 : 6)}>
              {outline.width > 80 ? t('console:overview.openShort', { count: open }) : open}
            </text>
          </Link>
        );
      })}
    </svg>
  );
}
