import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { RulesTabs } from '../../../app/rules-tabs.tsx';
import { may, useMe } from '../../../app/session.ts';
import { AddForm } from '../parts/add-form.tsx';
import { Keeper } from '../parts/keeper.tsx';
import { SheetBox } from '../parts/sheet-box.tsx';
import { treeQuery } from '../queries.ts';
import '../categories.css';

/** What cases can be about: the tree at the left, one category of it at the right. */
export function Categories() {
  const t = useWords();
  useTitle(t('categories:title'));
  const edits = may(useMe(), 'category.write');
  const { category } = useSearch({ from: '/frame/settings/categories' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(treeQuery);
  const [adding, setAdding] = useState(false);
  const [sheet, setSheet] = useState(false);
  const choose = (id: string) => void navigate({ to: '/settings/categories', search: { category: id } });
  return (
    <div className="page categories-page">
      <RulesTabs />
      <header className="page-head">
        <h1>{t('categories:title')}</h1>
        <p>{t('categories:about')}</p>
        <div className="acts">
          <Button aria-expanded={sheet} onClick={() => setSheet(!sheet)}>
            {t('categories:sheet')}
          </Button>
          {edits && (
            <Button icon="add" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {t('categories:add.top')}
            </Button>
          )}
        </div>
      </header>
      {sheet && <SheetBox edits={edits} />}
      {adding && <AddForm onDone={() => setAdding(false)} onOpen={choose} />}
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.nodes.length === 0 && <Empty icon="list" text={t('categories:none')} />}
      {data && data.nodes.length > 0 && <Keeper nodes={data.nodes} chosen={category} edits={edits} onChoose={choose} />}
    </div>
  );
}
