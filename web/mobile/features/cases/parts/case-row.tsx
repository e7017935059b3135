import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { stateLook } from '../../../../client/case-look.ts';
import { when } from '../../../../client/dates.ts';
import { doneSteps, residentState } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Status } from '../../../../ui/status.tsx';
import { StepsFive } from '../../../../ui/steps-five.tsx';

/** One request of mine: what it is, how far it has come, what it waits for. */
export function CaseRow({ one }: { one: CaseSummary }) {
  const t = useWords();
  const look = stateLook[one.state];
  const waiting = one.state === 'resolved';
  return (
    <li className="case-row">
      <Link to="/cases/$caseId" params={{ caseId: one.id }}>
        <span className="row">
          <h3>{one.title}</h3>
          <Status {...look}>{t(`cases:short.${one.state}`)}</Status>
        </span>
        {one.state !== 'refused' && (
          <StepsFive
            done={doneSteps(one.state)}
            waiting={waiting}
            label={t('cases:step.nth', { nth: Math.min(5, doneSteps(one.state) + (waiting ? 1 : 0)) })}
          />
        )}
        <p>{progressWords()}</p>
        {waiting && <span className="btn m go">{t('mobile:confirm.go')}</span>}
      </Link>
    </li>
  );

  function progressWords(): string {
    if (waiting) return t('mobile:row.resolved', { who: one.handler?.name ?? t('cases:timeline.someone') });
    if (one.closedAt) return t('mobile:row.closed', { when: when(one.closedAt) });
    const open = one.dueAt && one.handler ? t('cases:deadline.due', { when: when(one.dueAt) }) : undefined;
    if (one.state === 'assigned' || one.state === 'in_progress') {
      return [t('cases:resident.assigned', { organization: one.handler?.name ?? '' }), open]
        .filter(Boolean)
        .join(t('mobile:comma'));
    }
    return one.state === 'submitted' ? t('mobile:row.submitted', { when: when(one.raisedAt) }) : residentState(t, one);
  }
}
