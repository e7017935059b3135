import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useWords } from '../../client/i18n/use-words.ts';
import { countsQuery } from '../../client/queries/cases.ts';
import { Icon } from '../../ui/icon.tsx';
import { Seal } from '../../ui/seal.tsx';
import { may, useMe } from './session.ts';

/** Where this person can go; what a role has no use for is not shown. */
export function Navigation() {
  const t = useWords();
  const person = useMe();
  const { data: counts } = useQuery(countsQuery);
  const match = useMatchRoute();
  /** The entry that leads to a page without one of its own is marked there as well. */
  const markedOn = (to: '/roles' | '/cases/$id') => (match({ to }) ? 'page' : undefined);
  return (
    <nav className="side" aria-label={t('console:nav')}>
      <div className="who">
        <Seal />
        <span>
          <b>{person.street.name}</b>
          <span>{t('console:nav.product')}</span>
        </span>
      </div>
      {may(person, 'case.note_internal') && (
        <Link
          to="/"
          title={t('console:nav.inbox')}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={markedOn('/cases/$id')}
        >
          <Icon name="inbox" />
          <span className="word">{t('console:nav.inbox')}</span>
          {counts && (
            <span className="count">
              {may(person, 'case.assign') ? counts.toAssign + counts.toAccept : counts.handling}
            </span>
          )}
        </Link>
      )}
      {may(person, 'case.register') && (
        <Link to="/register" title={t('console:nav.register')}>
          <Icon name="phone" />
          <span className="word">{t('console:nav.register')}</span>
        </Link>
      )}
      {may(person, 'figure.read') && (
        <>
          <h2>{t('console:nav.results')}</h2>
          <Link to="/overview" title={t('console:nav.overview')}>
            <Icon name="chart" />
            <span className="word">{t('console:nav.overview')}</span>
          </Link>
        </>
      )}
      <h2>{t('console:nav.street')}</h2>
      <Link to="/areas" title={t('console:nav.areas')}>
        <Icon name="pin" />
        <span className="word">{t('console:nav.areas')}</span>
      </Link>
      {may(person, 'organization.read') && (
        <Link to="/organizations" title={t('console:nav.organizations')}>
          <Icon name="door" />
          <span className="word">{t('console:nav.organizations')}</span>
        </Link>
      )}
      {may(person, 'category.read') && (
        <Link to="/settings/categories" activeOptions={{ includeSearch: false }} title={t('console:nav.categories')}>
          <Icon name="list" />
          <span className="word">{t('console:nav.categories')}</span>
        </Link>
      )}
      {may(person, 'routing.read') && (
        <Link to="/settings" activeOptions={{ exact: true }} title={t('console:nav.settings')}>
          <Icon name="swap" />
          <span className="word">{t('console:nav.settings')}</span>
        </Link>
      )}
      {may(person, 'deadline.read') && (
        <Link to="/times" activeOptions={{ includeSearch: false }} title={t('console:nav.times')}>
          <Icon name="calendar" />
          <span className="word">{t('console:nav.times')}</span>
        </Link>
      )}
      <div className="foot">
        {may(person, 'account.read') && (
          <Link to="/people" title={t('console:nav.people')} aria-current={markedOn('/roles')}>
            <Icon name="people" />
            <span className="word">{t('console:nav.people')}</span>
          </Link>
        )}
        <Link to="/account" title={t('console:nav.account')}>
          <Icon name="person" />
          <span className="word">{t('console:nav.account')}</span>
        </Link>
      </div>
    </nav>
  );
}
