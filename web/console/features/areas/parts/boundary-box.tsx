import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { AreaDetail, Boundary, CoordinateSystem, DrawnBoundary } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords, Waiting } from '../../../app/answers.tsx';
import { featureOf } from '../geojson.ts';
import { useDrawBoundary } from '../mutations.ts';
import { childrenQuery } from '../queries.ts';
import { BoundaryFile } from './boundary-file.tsx';
import { Sketch } from './sketch.tsx';

const BoundaryMap = lazy(() => import('./boundary-map.tsx'));

/** The outline with those of the neighbours; drawn on a map or brought as GeoJSON, whichever the hands prefer. */
export function BoundaryBox({ area, editable }: { area: AreaDetail; editable: boolean }) {
  const t = useWords();
  const failure = useFailureWords();
  const [way, setWay] = useState<'map' | 'file'>();
  const [warnings, setWarnings] = useState<DrawnBoundary['warnings']>([]);
  const drawing = useDrawBoundary(area);
  const { data: beside = [] } = useQuery({
    ...childrenQuery(area.parentId ?? '', false),
    enabled: Boolean(area.parentId),
  });
  const { data: inside = [] } = useQuery(childrenQuery(area.id, false));
  const drawn = area.tier === 'street' || area.tier === 'community' ? inside : beside;
  const shapes = [...drawn.filter(({ id }) => id !== area.id), area];
  const keep = (boundary: Boundary | null, crs: CoordinateSystem) =>
    drawing.mutate(
      { boundary, crs },
      {
        onSuccess: (kept) => {
          setWarnings(kept.warnings);
          setWay(undefined);
          toast(t(boundary ? 'areas:boundary.kept' : 'areas:boundary.gone'));
        },
      },
    );
  return (
    <section className="box boundary">
      <div className="box-head">
        <h2>{t('areas:boundary')}</h2>
        {area.boundary && (
          <a className="link" href={featureOf(area.boundary, area)} download={`${area.code}.geojson`}>
            {t('areas:boundary.export')}
          </a>
        )}
      </div>
      {way === 'map' ? (
        <Suspense fallback={<Waiting rows={6} />}>
          <BoundaryMap
            area={area}
            beside={shapes}
            busy={drawing.isPending}
            onKeep={keep}
            onCancel={() => setWay(undefined)}
          />
        </Suspense>
      ) : (
        <Sketch shapes={shapes} own={area.id} />
      )}
      {way === 'file' && <BoundaryFile busy={drawing.isPending} onKeep={keep} onCancel={() => setWay(undefined)} />}
      {!area.boundary && !way && <p className="hint">{t('areas:boundary.none')}</p>}
      {area.sourceCrs !== 'WGS-84' && <p className="hint">{t('areas:boundary.crs', { crs: area.sourceCrs })}</p>}
      {drawing.error && (
        <p className="problem" role="alert">
          {failure(drawing.error)}
        </p>
      )}
      {warnings.map(({ code, area: other }) => (
        <p key={code + other.id} className="warning" role="status">
          {t(`areas:boundary.${code}`, { name: other.name })}
        </p>
      ))}
      {editable && !way && (
        <div className="row">
          <Button onClick={() => setWay('map')}>{t('areas:boundary.draw')}</Button>
          <Button onClick={() => setWay('file')}>{t('areas:boundary.bring')}</Button>
          {area.boundary && (
            <Button look="quiet" busy={drawing.isPending} onClick={() => keep(null, 'WGS-84')}>
              {t('areas:boundary.remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
