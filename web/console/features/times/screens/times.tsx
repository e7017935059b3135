import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useTitle } from '../../../app/crumb.ts';
import { CalendarTab } from '../parts/calendar-tab.tsx';
import { ClassesTab } from '../parts/classes-tab.tsx';
import { LadderTab } from '../parts/ladder-tab.tsx';
import { WindowsTab } from '../parts/windows-tab.tsx';
import { tabs } from '../search.ts';
import '../times.css';

/** When the street works, what it promises, what happens when it is late, and how long it waits. */
export function Times() {
  const t = useWords();
  useTitle(t('console:nav.times'));
  const { tab = 'calendar', month } = useSearch({ from: '/frame/times' });
  return (
    <div className="page times">
      <header className="page-head">
        <h1>{t('console:nav.times')}</h1>
        <p>{t(`times:lead.${tab}`)}</p>
      </header>
      <nav className="times-tabs" aria-label={t('console:nav.times')}>
        {tabs.map((one) => (
          <Link key={one} to="/times" search={{ tab: one }} aria-current={one === tab ? 'page' : undefined}>
            {t(`times:tab.${one}`)}
          </Link>
        ))}
      </nav>
      {tab === 'calendar' && <CalendarTab month={month} />}
      {tab === 'classes' && <ClassesTab />}
      {tab === 'ladder' && <LadderTab />}
      {tab === 'windows' && <WindowsTab />}
    </div>
  );
}
