import type { Grant } from '../../../contract/accounts.ts';
import { monthDay } from '../../client/dates.ts';
import { useWords } from '../../client/i18n/use-words.ts';

/** A role in one line: what, where, for whom, from when until when. */
export function GrantWords({ grant }: { grant: Grant }) {
  const t = useWords();
  return (
    <span>
      <b>{grant.roleName}</b>{' '}
      <span className="hint">
        {grant.area.name}
        {grant.organization && (
          <>
            <i className="dot" />
            {grant.organization.name}
          </>
        )}
        <i className="dot" />
        {grant.until
          ? t('console:grant.between', { since: monthDay(grant.since), until: monthDay(grant.until) })
          : t('console:grant.since', { since: monthDay(grant.since) })}
      </span>
    </span>
  );
}
