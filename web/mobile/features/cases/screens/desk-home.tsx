import { partOfDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Tabs } from '../../../app/tabs.tsx';
import { TopBar } from '../../../app/top-bar.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useTitle } from '../../../app/use-title.ts';
import { HomeCases } from '../parts/home-cases.tsx';
import { RaiseCard } from '../parts/raise-card.tsx';

/** Staff whose work is on the console are led there; what they raised themselves is here as for everybody. */
export function DeskHome() {
  const t = useWords();
  const me = useMe();
  useTitle(t('mobile:tab.home'));
  return (
    <>
      <main>
        <TopBar />
        <section className="greet">
          <h1 className="title">{t(`mobile:greet.${partOfDay()}`, { name: me.salutation })}</h1>
          <p>{t('mobile:desk.text')}</p>
        </section>
        <section className="actions">
          <a className="btn m wide" href="/console/">
            {t('mobile:desk.go')}
            <Icon name="forward" />
          </a>
          <RaiseCard />
        </section>
        <div className="sec">
          <h2>{t('mobile:tab.mine')}</h2>
        </div>
        <HomeCases />
        <div className="above-tabs" />
      </main>
      <Tabs />
    </>
  );
}
