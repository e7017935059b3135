import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useElderMode } from './elder-mode.ts';
import { type Face, useFace } from './faces.ts';
import { ReadAloud } from './read-aloud.tsx';
import { useMe } from './use-me.ts';

interface Tab {
  readonly to: LinkProps['to'];
  readonly icon: IconName;
  readonly word: string;
}

const home: Tab = { to: '/', icon: 'home', word: 'mobile:tab.home' };
const mine: Tab = { to: '/mine', icon: 'list', word: 'mobile:tab.mine' };
const account: Tab = { to: '/me', icon: 'person', word: 'mobile:tab.me' };

const tabsOf: Readonly<Record<Face, readonly Tab[]>> = {
  resident: [home, mine, account],
  worker: [
    { to: '/', icon: 'calendar', word: 'mobile:tab.today' },
    { to: '/handling', icon: 'list', word: 'mobile:tab.handling' },
    { to: '/grid', icon: 'pin', word: 'mobile:tab.grid' },
    account,
  ],
  desk: [home, mine, account],
};

/** The bar at the bottom. 长辈版 has three: home, my requests, read to me. `middle` is an action that scrolled away. */
export function Tabs({ middle }: { middle?: ReactNode }) {
  const t = useWords();
  const elder = useElderMode();
  const face = useFace(useMe());
  const reading = elder && face === 'resident';
  const tabs = reading ? [home, mine] : tabsOf[face];
  return (
    <nav className="tabs" aria-label={t('mobile:tabs')}>
      {tabs.map((tab, index) => (
        <TabLink key={tab.word} tab={tab} before={index === 1 ? middle : undefined} />
      ))}
      {reading && <ReadAloud look="tab" />}
    </nav>
  );
}

function TabLink({ tab, before }: { tab: Tab; before?: ReactNode }) {
  const t = useWords();
  return (
    <>
      {before}
      <Link to={tab.to} activeOptions={{ exact: tab.to === '/' }} activeProps={{ className: 'on' }}>
        <Icon name={tab.icon} />
        {t(tab.word)}
      </Link>
    </>
  );
}
