import '../home.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { longDay, partOfDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { countsQuery } from '../../../../client/queries/cases.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useElderMode } from '../../../app/elder-mode.ts';
import { Tabs } from '../../../app/tabs.tsx';
import { TopBar } from '../../../app/top-bar.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useScrolledAway } from '../../../app/use-scrolled-away.ts';
import { useTitle } from '../../../app/use-title.ts';
import { ElderHome } from '../parts/elder-home.tsx';
import { HomeCases } from '../parts/home-cases.tsx';
import { PhoneTrio } from '../parts/phone-trio.tsx';
import { RaiseCard } from '../parts/raise-card.tsx';
import { UnsentRows } from '../parts/unsent-rows.tsx';

/** First screen of a resident: raise, call, and what became of one's own requests. */
export function ResidentHome() {
  const t = useWords();
  const me = useMe();
  useTitle(t('mobile:tab.home'));
  const elder = useElderMode();
  const raise = useRef<HTMLDivElement>(null);
  const away = useScrolledAway(raise);
  const mine = useQuery(countsQuery).data?.mine;
  const places = me.home.filter(({ tier }) => tier !== 'community' && tier !== 'dwelling');
  return (
    <>
      <main>
        <TopBar />
        <section className="greet" data-read>
          <h1 className="title">{t(`mobile:greet.${partOfDay()}`, { name: me.salutation })}</h1>
          <p>{elder || places.length === 0 ? longDay(new Date()) : places.map(({ name }) => name).join(' ')}</p>
        </section>
        {elder ? (
          <ElderHome />
        ) : (
          <>
            <section className="actions" aria-label={t('mobile:want')}>
              <div ref={raise}>
                <RaiseCard />
              </div>
              <PhoneTrio />
            </section>
            <div className="sec">
              <h2>{t('mobile:tab.mine')}</h2>
              {mine !== undefined && mine > 0 && (
                <Link to="/mine" className="quiet-link">
                  {t('mobile:home.all', { count: mine })}
                  <Icon name="forward" />
                </Link>
              )}
            </div>
            <UnsentRows />
            <HomeCases />
            <Link to="/public" className="card list row-link home-row">
              <span>{t('mobile:neighbours')}</span>
              <span>
                <Icon name="forward" />
              </span>
            </Link>
          </>
        )}
        <div className="above-tabs" />
      </main>
      <Tabs middle={away && !elder ? <RaiseTab /> : undefined} />
    </>
  );
}

/** Takes the middle of the tab bar once the vermilion card has scrolled away. */
function RaiseTab() {
  const t = useWords();
  return (
    <Link to="/raise" className="act">
      <Icon name="camera" />
      {t('mobile:tab.raise')}
    </Link>
  );
}
