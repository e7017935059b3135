import { useEffect, useRef, useState } from 'react';
import type { Area, AreaDetail, Boundary, CoordinateSystem } from '../../../../../contract/areas.ts';
import { useBaseMap } from '../../../../client/base-map.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { type Drawing, openDrawing } from '../drawing.ts';

interface BoundaryMapProps {
  readonly area: AreaDetail;
  readonly beside: readonly Pick<Area, 'id' | 'name' | 'boundary' | 'center'>[];
  readonly busy: boolean;
  readonly onKeep: (boundary: Boundary, crs: CoordinateSystem) => void;
  readonly onCancel: () => void;
}

/** A map without tiles: the neighbours with their names, and the boundary whose corners are drawn and pulled. */
export default function BoundaryMap({ area, beside, busy, onKeep, onCancel }: BoundaryMapProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const [failed, setFailed] = useState(false);
  const [drawn, setDrawn] = useState<Boundary>();
  const start = useRef({ area, beside });
  const { tiles, known } = useBaseMap();
  useEffect(() => {
    const { area: own, beside: others } = start.current;
    if (!box.current || !known) return;
    const open = openDrawing(box.current, {
      own: own.boundary,
      neighbours: others.filter(({ id }) => id !== own.id),
      tiles,
      onChange: setDrawn,
    });
    if (!open) setFailed(true);
    drawing.current = open;
    return () => open?.close();
  }, [tiles, known]);
  if (failed) {
    return (
      <div className="stack">
        <p className="hint">{t('areas:boundary.noMap')}</p>
        <div className="row">
          <Button onClick={onCancel}>{t('common:action.close')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <p className="hint">{t('areas:boundary.how')}</p>
      <div
        ref={box}
        className="boundary-map"
        role="application"
        aria-label={t('areas:boundary.map', { name: area.name })}
      />
      <div className="row">
        <Button look="primary" busy={busy} disabled={!drawn} onClick={() => drawn && onKeep(drawn, 'WGS-84')}>
          {t('areas:boundary.keep')}
        </Button>
        <Button onClick={() => drawing.current?.again()}>{t('areas:boundary.again')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </div>
  );
}
