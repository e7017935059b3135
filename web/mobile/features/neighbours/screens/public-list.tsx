import '../neighbours.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { planQuery, publicQuery } from '../../../../client/queries/publication.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Answer } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { NeighbourRow } from '../parts/neighbour-row.tsx';
import { PublicPlan } from '../parts/public-plan.tsx';

const states = ['open', 'done'] as const;

/** 邻居在反映什么: what neighbours made public, as a drawing and a list; for anybody, signed in or not. */
export function PublicList() {
  const t = useWords();
  const { street, area } = useSearch({ strict: false });
  const [state, setState] = useState<(typeof states)[number]>();
  const [category, setCategory] = useState<string>();
  const plan = useQuery(planQuery(street));
  const list = useInfiniteQuery(publicQuery({ street, state, area, category }));
  return (
    <main className="public-list">
      <NavBar title={t('neighbours:public')} />
      <Answer query={plan} rows={3}>
        {(drawn) => (
          <>
            <div className="card">
              <PublicPlan plan={drawn} street={street} chosen={area} />
            </div>
            <div className="choices">
              {states.map((each) => (
                <button
                  key={each}
                  type="button"
                  className="choice"
                  aria-pressed={state === each}
                  onClick={() => setState(state === each ? undefined : each)}
                >
                  {t(`neighbours:public.${each}`)}
                </button>
              ))}
              {drawn.categories.map(({ id, name }) => (
                <button
                  key={id}
                  type="button"
                  className="choice"
                  aria-pressed={category === id}
                  onClick={() => setCategory(category === id ? undefined : id)}
                >
                  {name}
                </button>
              ))}
            </div>
          </>
        )}
      </Answer>
      <div className="card list" data-read>
        <Answer query={list} rows={4}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty icon="people" text={t('neighbours:public.empty')} />;
            return (
              <ul className="rows">
                {items.map((one) => (
                  <NeighbourRow
                    key={one.id}
                    one={one}
                    to={{ to: '/public/$caseId', params: { caseId: one.id }, search: { street } }}
                  />
                ))}
              </ul>
            );
          }}
        </Answer>
      </div>
      {list.hasNextPage && (
        <div className="more">
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </div>
      )}
    </main>
  );
}
