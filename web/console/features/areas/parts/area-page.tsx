import { lazy, Suspense, useState } from 'react';
import type { AreaDetail } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip, Tag } from '../../../../ui/status.tsx';
import { Waiting } from '../../../app/answers.tsx';
import { type Act, actsFor } from '../acts.ts';
import { useRights } from '../rights.ts';
import { AreaFacts } from './area-facts.tsx';
import { BoundaryBox } from './boundary-box.tsx';
import { HistoryBox } from './history-box.tsx';
import { PeopleBox } from './people-box.tsx';
import { SheetBox } from './sheet-box.tsx';

const ActForm = lazy(() => import('./act-form.tsx'));

/** One area: what it is, who answers for it, what is in it, and what this person may do with it. */
export function AreaPage({ area, onOpen }: { area: AreaDetail; onOpen: (id: string) => void }) {
  const t = useWords();
  const rights = useRights(area);
  const [act, setAct] = useState<Act>();
  return (
    <article className="area-page" aria-label={area.name}>
      <header className="page-head">
        <p className="line-above">
          {area.ancestors.map(({ id, name }) => (
            <button key={id} type="button" className="link" onClick={() => onOpen(id)}>
              {name}
            </button>
          ))}
        </p>
        <h1>{area.name}</h1>
        <Tag>{area.kind}</Tag>
        {area.until && <Chip icon="lock">{t('areas:closed')}</Chip>}
        <div className="acts">
          {actsFor(area.tier, rights).map((one) => (
            <Button key={one} aria-pressed={act === one} onClick={() => setAct(act === one ? undefined : one)}>
              {t(`areas:act.${one}`)}
            </Button>
          ))}
        </div>
      </header>
      {act && (
        <section className="box" aria-label={t(`areas:act.${act}`)}>
          <h2>{t(`areas:act.${act}`)}</h2>
          <Suspense fallback={<Waiting rows={3} />}>
            <ActForm key={act} act={act} area={area} rights={rights} onDone={() => setAct(undefined)} onOpen={onOpen} />
          </Suspense>
        </section>
      )}
      <div className="columns">
        <div className="column">
          <AreaFacts area={area} onOpen={onOpen} />
          <PeopleBox area={area} onOpen={onOpen} />
          {(area.tier === 'street' || area.tier === 'community') && <SheetBox area={area} />}
        </div>
        <div className="column">
          <BoundaryBox area={area} editable={rights.edit} />
          <HistoryBox id={area.id} />
        </div>
      </div>
    </article>
  );
}
