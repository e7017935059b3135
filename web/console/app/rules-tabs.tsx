import { Link } from '@tanstack/react-router';
import { useWords } from '../../client/i18n/use-words.ts';
import { may, useMe } from './session.ts';
import './rules-tabs.css';

/** What a street has decided beforehand about its cases: what they can be about, and whom they go to. */
export function RulesTabs() {
  const t = useWords();
  const person = useMe();
  const there = activeExact;
  return (
    <nav className="rules-tabs" aria-label={t('console:nav.rules')}>
      {may(person, 'category.read') && (
        <Link to="/settings/categories" activeOptions={there}>
          {t('console:nav.categories')}
        </Link>
      )}
      {may(person, 'routing.read') && (
        <Link to="/settings" activeOptions={there}>
          {t('console:nav.settings')}
        </Link>
      )}
    </nav>
  );
}

const activeExact = { exact: true, includeSearch: false };
