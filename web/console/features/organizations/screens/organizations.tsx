import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { organizationKinds } from '../../../../../contract/organizations.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { may, useMe } from '../../../app/session.ts';
import { Body } from '../parts/body.tsx';
import { BodyForm } from '../parts/body-form.tsx';
import { BodyTable } from '../parts/body-table.tsx';
import { bodiesQuery } from '../queries.ts';
import '../organizations.css';

/** The bodies of the street: a list at the left, one of them at the right. */
export function Organizations() {
  const t = useWords();
  useTitle(t('organizations:title'));
  const search = useSearch({ from: '/frame/organizations' });
  const navigate = useNavigate();
  const edits = may(useMe(), 'organization.edit');
  const [words, setWords] = useState('');
  const [closed, setClosed] = useState(false);
  const [adding, setAdding] = useState(false);
  const { kind, id } = search;
  const query = {
    ...(kind ? { kind } : {}),
    ...(words.trim() ? { q: words.trim() } : {}),
    ...(closed ? { closed: 'true' as const } : {}),
  };
  const { data, error, refetch } = useQuery(bodiesQuery(query));
  const bodies = data?.organizations ?? [];
  const chosen = bodies.find((body) => body.id === id) ?? bodies[0];
  const go = (next: typeof search) => void navigate({ to: '/organizations', search: next });
  return (
    <div className="page bodies">
      <header className="page-head">
        <h1>{t('organizations:title')}</h1>
        {data && <p>{t('organizations:count', { count: bodies.length })}</p>}
        {edits && !adding && (
          <div className="acts">
            <Button icon="add" onClick={() => setAdding(true)}>
              {t('organizations:add')}
            </Button>
          </div>
        )}
      </header>
      {adding && (
        <section className="box" aria-label={t('organizations:add')}>
          <h2>{t('organizations:add')}</h2>
          <BodyForm
            onDone={(made) => {
              setAdding(false);
              if (made) go({ id: made });
            }}
          />
        </section>
      )}
      <div className="bodies-find">
        <input
          className="input"
          type="search"
          aria-label={t('organizations:find')}
          placeholder={t('organizations:find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <fieldset className="choice" aria-label={t('organizations:kind')}>
          {[undefined, ...organizationKinds].map((one) => (
            <label key={one ?? 'all'}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => go(one ? { kind: one } : {})} />
              {t(one ? `organizations:kind.${one}` : 'organizations:kind.all')}
            </label>
          ))}
        </fieldset>
        <label className="check">
          <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
          {t('organizations:showClosed')}
        </label>
      </div>
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && bodies.length === 0 && <Empty icon="search" text={t('organizations:none')} />}
      {chosen && (
        <div className="bodies-columns">
          <BodyTable
            bodies={bodies}
            chosen={chosen.id}
            onChoose={(one) => go({ ...(kind ? { kind } : {}), id: one })}
          />
          <Body key={`${chosen.id} ${chosen.version}`} body={chosen} edits={edits} />
        </div>
      )}
    </div>
  );
}
