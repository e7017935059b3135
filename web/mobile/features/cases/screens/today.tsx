import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { longDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Answer } from '../../../app/answers.tsx';
import { Tabs } from '../../../app/tabs.tsx';
import { TopBar } from '../../../app/top-bar.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useTitle } from '../../../app/use-title.ts';
import { groupDuties } from '../duties.ts';
import { DutyRow } from '../parts/duty-row.tsx';
import { MoreRows } from '../parts/more-rows.tsx';
import { UnsentRows } from '../parts/unsent-rows.tsx';
import { useCases } from '../queries.ts';

/** 今天: what this grid worker or handler has to do, by due time. No comparison with anybody. */
export function Today() {
  const t = useWords();
  const me = useMe();
  useTitle(t('mobile:tab.today'));
  const work = me.grants.find(({ roleSet }) => roleSet === 'grid_worker' || roleSet === 'handler');
  const workplace = work?.roleSet === 'grid_worker' ? work.area.name : (work?.organization?.name ?? work?.area.name);
  const duties = useCases({ view: 'handling', state: ['accepted', 'assigned', 'in_progress', 'reopened'] }, 'due', 50);
  // Said only when the whole list is here, so that the number is the number of rows below.
  const total = duties.hasNextPage ? undefined : duties.data?.pages.flatMap((page) => page.items).length;
  return (
    <>
      <main>
        <TopBar />
        <section className="greet">
          <h1 className="title">{workplace ?? me.name}</h1>
          <p>
            {longDay(new Date())}
            {total !== undefined && <br />}
            {total !== undefined && t('mobile:duty.count', { count: total })}
          </p>
        </section>
        <UnsentRows />
        {work?.roleSet === 'grid_worker' && <ToCheck />}
        <Answer query={duties} rows={5}>
          {({ pages }) => <Groups cases={pages.flatMap((page) => page.items)} />}
        </Answer>
        <MoreRows list={duties} />
        <div className="above-tabs" />
        <div className="fab">
          <Link to="/raise" className="btn m primary wide">
            <Icon name="camera" />
            {t('mobile:raise.spot')}
          </Link>
        </div>
      </main>
      <Tabs />
    </>
  );
}

/** 举一反三: places of one's grid to go and look at. */
function ToCheck() {
  const t = useWords();
  const items = useCases({ source: ['check'], state: ['in_progress'] }, 'due').data?.pages.flatMap(
    (page) => page.items,
  );
  if (!items || items.length === 0) return null;
  return (
    <section aria-label={t('neighbours:check.group')}>
      <div className="sec plain">
        <h2>{t('neighbours:check.group')}</h2>
        <span>{t('count.cases', { count: items.length })}</span>
      </div>
      <ul className="card list rows">
        {items.map((one) => (
          <DutyRow key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Groups({ cases }: { cases: readonly CaseSummary[] }) {
  const t = useWords();
  const groups = groupDuties(cases, new Date());
  if (groups.length === 0) {
    return (
      <div className="card list">
        <Empty text={t('mobile:duty.empty')} />
      </div>
    );
  }
  return groups.map(({ group, cases: duties }) => (
    <section key={group} aria-label={t(`mobile:duty.group.${group}`)}>
      <div className="sec plain">
        <h2>{t(`mobile:duty.group.${group}`)}</h2>
        <span>{t('count.cases', { count: duties.length })}</span>
      </div>
      <ul className="card list rows">
        {duties.map((one) => (
          <DutyRow key={one.id} one={one} mine />
        ))}
      </ul>
    </section>
  ));
}
