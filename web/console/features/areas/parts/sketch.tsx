import type { Area } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { drawOutlines } from '../../../app/outlines.ts';

interface SketchProps {
  readonly shapes: readonly Pick<Area, 'id' | 'name' | 'boundary'>[];
  readonly own: string;
}

/** Outlines of the area and its neighbours with their names, drawn without tiles. */
export function Sketch({ shapes, own }: SketchProps) {
  const t = useWords();
  const drawing = drawOutlines(shapes);
  if (!drawing) return null;
  return (
    <svg
      className="plan"
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={t('areas:boundary.sketch')}
    >
      {shapes.map(({ id, name }) => {
        const outline = drawing.outlines.get(id);
        return (
          outline && (
            <g key={id}>
              <path d={outline.path} className={id === own ? 'shape own' : 'shape'} />
              {outline.width > 60 && (
                <text x={outline.x} y={outline.y + 6} className={id === own ? 'name' : ''}>
                  {name}
                </text>
              )}
            </g>
          )
        );
      })}
    </svg>
  );
}
