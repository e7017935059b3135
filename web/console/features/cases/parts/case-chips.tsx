import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Chip } from '../../../../ui/status.tsx';
import { Standing, State } from './standing.tsx';

/** How a case stands, at one look: against its deadline, in the loop, and what is special about it. */
export function CaseChips({ one }: { one: Case }) {
  const t = useWords();
  return (
    <div className="chips">
      {!one.closedAt && one.dueAt && <Standing one={one} />}
      <State one={one} chip />
      {one.danger && !one.closedAt && (
        <Chip icon="danger" tone="danger">
          {t('console:danger')}
        </Chip>
      )}
      {one.reopenedTimes > 0 && <Chip icon="return">{t('console:reopened', { count: one.reopenedTimes })}</Chip>}
    </div>
  );
}
