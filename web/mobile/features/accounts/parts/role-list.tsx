import type { Grant } from '../../../../../contract/accounts.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

/** What one may do, where, for whom and until when. */
export function RoleList({ grants }: { grants: readonly Grant[] }) {
  const t = useWords();
  if (grants.length === 0) return null;
  return (
    <section className="card list rows roles" aria-label={t('accounts:roles')}>
      {grants.map((grant) => (
        <p key={grant.id} className="row-link">
          <span>
            <b>{grant.roleName}</b>
          </span>
          <span>
            {grant.organization?.name ?? grant.area.name}
            {grant.until && t('mobile:role.until', { day: monthDay(grant.until) })}
          </span>
        </p>
      ))}
    </section>
  );
}
