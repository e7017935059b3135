import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { useMe } from '../../../app/session.ts';
import { AreaPage } from '../parts/area-page.tsx';
import { Finder } from '../parts/finder.tsx';
import { Tree } from '../parts/tree.tsx';
import { detailQuery } from '../queries.ts';
import '../areas.css';

/** The tree of the street at the left, one area of it at the right. */
export function Areas() {
  const t = useWords();
  useTitle(t('areas:title'));
  const { street } = useMe();
  const { area } = useSearch({ from: '/frame/areas' });
  const navigate = useNavigate();
  const [closed, setClosed] = useState(false);
  const chosen = area ?? street.id;
  const { data, error, refetch } = useQuery(detailQuery(chosen));
  const open = (id: string) => void navigate({ to: '/areas', search: id === street.id ? {} : { area: id } });
  return (
    <div className="areas">
      <nav className="areas-tree" aria-label={t('areas:tree')}>
        <Finder label={t('areas:find')} onChoose={({ id }) => open(id)} />
        <label className="check">
          <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
          {t('areas:showClosed')}
        </label>
        <Tree
          root={{ id: street.id, name: street.name }}
          line={data?.ancestors.map(({ id }) => id) ?? []}
          chosen={chosen}
          closed={closed}
          onChoose={open}
        />
      </nav>
      <div className="areas-detail">
        {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting />}
        {data && <AreaPage key={data.id} area={data} onOpen={open} />}
      </div>
    </div>
  );
}
