import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrderField } from '../../../../../contract/hotline.ts';
import { hotlineTemplateAddress } from '../../../../client/hotline.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { LoadingSkeleton } from '../../../../ui/loading-skeleton.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { ChooseList, useListAreas } from '../parts/choose-list.tsx';
import { Columns } from '../parts/columns.tsx';
import { Counts, Faults, Unmatched } from '../parts/found.tsx';
import { Latest } from '../parts/latest.tsx';
import { Preview } from '../parts/preview.tsx';
import { type Mapped, type Progress, useImport } from '../use-import.ts';
import '../hotline.css';

/** A list of the hotline is looked at, and then becomes cases. */
export function HotlineScreen() {
  const t = useWords();
  useTitle(t('console:nav.hotline'));
  const [first] = useListAreas();
  const [chosen, setChosen] = useState<{ area?: string; file?: File; map: Mapped }>({ map: {} });
  const { progress, tryOut, apply, forget } = useImport();
  const { file, map } = chosen;
  const area = chosen.area ?? first?.id ?? '';
  const begun = progress?.done !== undefined;

  const choose = (change: { area?: string; file?: File; map?: Mapped }) => {
    const next = { area, file, map, ...change };
    setChosen({ area: next.area, map: next.map, ...(next.file ? { file: next.file } : {}) });
    if (next.file && next.area) void tryOut({ area: next.area, file: next.file, map: next.map });
  };
  const again = () => {
    setChosen({ area, map: {} });
    forget();
  };
  const name = (field: OrderField, header: string) => {
    const { [field]: _, ...others } = map;
    choose({ map: header ? { ...others, [field]: header } : others });
  };
  const outcome = progress?.outcome;
  return (
    <div className="page hotline">
      <header className="page-head">
        <h1>{t('hotline:title')}</h1>
        <p>{t('hotline:lead')}</p>
        <div className="acts">
          <a className="btn" href={hotlineTemplateAddress} download>
            <Icon name="export" />
            {t('hotline:template')}
          </a>
        </div>
      </header>
      <ChooseList
        area={area}
        file={file}
        disabled={Boolean(begun)}
        onArea={(id) => choose({ area: id })}
        onFile={(one) => choose({ file: one, map: {} })}
      />
      {progress?.busy && !begun && (
        <LoadingSkeleton rows={4} label={t('hotline:reading')} slowText={t('hotline:reading.slow')} />
      )}
      {progress && (
        <Standing progress={progress} onApply={() => void apply()} onRetry={() => choose({})} onAgain={again} />
      )}
      {outcome && !begun && (
        <>
          <Columns sheet={outcome.sheet} disabled={progress.busy} onName={name} />
          <Preview orders={outcome.preview} />
        </>
      )}
      <Latest />
    </div>
  );
}

interface StandingProps {
  readonly progress: Progress;
  readonly onApply: () => void;
  readonly onRetry: () => void;
  readonly onAgain: () => void;
}

/** Where the import stands, and the one thing to do next. */
function Standing({ progress, onApply, onRetry, onAgain }: StandingProps) {
  const t = useWords();
  const failure = useFailureWords();
  const { outcome, busy, done, total = 0, error, importId } = progress;
  const failed = error !== undefined && (
    <p className="problem" role="alert">
      {done === undefined ? failure(error) : t('hotline:stopped', { words: failure(error) })}
    </p>
  );
  if (!outcome)
    return error === undefined ? null : (
      <section className="box stack">
        {failed}
        <div className="row">
          <Button onClick={onRetry}>{t('common:action.retry')}</Button>
        </div>
      </section>
    );
  if (outcome.sheet.missing.length > 0) return null;
  const begun = done !== undefined;
  const over = begun && !busy && error === undefined;
  return (
    <section className="box stack standing" role="status" aria-label={t('hotline:found', { rows: outcome.rows })}>
      <h2>{over ? t('hotline:done', { count: done }) : t('hotline:found', { rows: outcome.rows })}</h2>
      {!begun && <Counts outcome={outcome} />}
      {begun && !over && (
        <div className="stack">
          <progress max={total} value={done} aria-label={t('hotline:progress', { done, total })} />
          <p>{t('hotline:progress', { done, total })}</p>
          <p className="hint">{t('hotline:progress.keep')}</p>
        </div>
      )}
      {over && <p className="hint">{t('hotline:done.hint')}</p>}
      <Faults outcome={outcome} />
      {!begun && <Unmatched name="places" values={outcome.unmatchedPlaces} />}
      {!begun && <Unmatched name="categories" values={outcome.unmatchedCategories} />}
      {failed}
      {!begun && outcome.fresh === 0 && <p>{t('hotline:nothing')}</p>}
      <div className="row">
        {!over && outcome.fresh > 0 && !(begun && busy) && (
          <Button look="primary" busy={busy} onClick={onApply}>
            {begun ? t('hotline:goOn') : t('hotline:apply', { count: outcome.fresh })}
          </Button>
        )}
        {over && importId && (
          <Link className="btn primary" to="/" search={{ import: importId }}>
            {t('hotline:done.open')}
          </Link>
        )}
        {over && <Button onClick={onAgain}>{t('hotline:done.next')}</Button>}
      </div>
    </section>
  );
}
