import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Answer } from '../../../app/answers.tsx';
import { Tabs } from '../../../app/tabs.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useTitle } from '../../../app/use-title.ts';
import { CaseRow } from '../parts/case-row.tsx';
import { MoreRows } from '../parts/more-rows.tsx';
import { Segments } from '../parts/segments.tsx';
import { UnsentRows } from '../parts/unsent-rows.tsx';
import { type MineTab, mineFilter, mineTabs, useCases } from '../queries.ts';

/** 我的事: under way, waiting for me, finished. */
export function MyCases() {
  const t = useWords();
  const me = useMe();
  useTitle(t('mobile:tab.mine'));
  const [tab, setTab] = useState<MineTab>('open');
  return (
    <>
      <main>
        <section className="greet">
          <h1 className="title">{t('mobile:tab.mine')}</h1>
        </section>
        <Segments
          label={t('mobile:tab.mine')}
          options={mineTabs.map((value) => ({ value, word: t(`mobile:mine.${value}`) }))}
          chosen={tab}
          onChoose={setTab}
        />
        {tab === 'open' && <UnsentRows />}
        <List key={tab} tab={tab} />
        <Link to="/public" search={{ street: me.street.code }} className="card list row-link followed-link">
          <span>{t('neighbours:public')}</span>
          <span>
            <Icon name="forward" />
          </span>
        </Link>
        <Link to="/followed" className="card list row-link followed-link">
          <span>{t('neighbours:followed')}</span>
          <span>
            <Icon name="forward" />
          </span>
        </Link>
        <div className="above-tabs" />
      </main>
      <Tabs />
    </>
  );
}

function List({ tab }: { tab: MineTab }) {
  const t = useWords();
  const cases = useCases(mineFilter(tab));
  return (
    <>
      <div className="card list" data-read>
        <Answer query={cases} rows={4}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty text={t(`mobile:mine.empty.${tab}`)} />;
            return (
              <ul className="rows">
                {items.map((one) => (
                  <CaseRow key={one.id} one={one} />
                ))}
              </ul>
            );
          }}
        </Answer>
      </div>
      <MoreRows list={cases} />
    </>
  );
}
