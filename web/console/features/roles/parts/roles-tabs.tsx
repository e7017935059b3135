import { Link } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';

/** People, and the names of the roles they hold. */
export function RolesTabs() {
  const t = useWords();
  return (
    <nav className="roles-tabs" aria-label={t('console:nav.people')}>
      <Link to="/people" activeOptions={{ exact: true, includeSearch: false }}>
        {t('people:tab.people')}
      </Link>
      <Link to="/roles">{t('people:tab.roles')}</Link>
    </nav>
  );
}
