import '../neighbours.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { followedQuery } from '../../../../client/queries/neighbours.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Answer } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { NeighbourRow } from '../parts/neighbour-row.tsx';

/** 我关注的: what neighbours raised and one has as well. */
export function Followed() {
  const t = useWords();
  const followed = useInfiniteQuery(followedQuery);
  return (
    <main>
      <NavBar title={t('neighbours:followed')} />
      <div className="card list" data-read>
        <Answer query={followed} rows={4}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty icon="people" text={t('neighbours:followed.empty')} />;
            return (
              <ul className="rows">
                {items.map((one) => (
                  <NeighbourRow key={one.id} one={one} to={{ to: '/followed/$caseId', params: { caseId: one.id } }} />
                ))}
              </ul>
            );
          }}
        </Answer>
      </div>
      {followed.hasNextPage && (
        <div className="more">
          <Button busy={followed.isFetchingNextPage} onClick={() => followed.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </div>
      )}
    </main>
  );
}
