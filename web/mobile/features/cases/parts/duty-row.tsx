import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '../../../../../contract/cases.ts';
import { standingLook, stateLook } from '../../../../client/case-look.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { standingWords } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Status } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useVerb } from '../mutations.ts';

interface DutyRowProps {
  readonly one: CaseSummary;
  /** It was given to this person or their body, so it can be signed for here. */
  readonly mine?: boolean;
}

/** One case of a worker: sign for it here, or open it and go on. */
export function DutyRow({ one, mine = false }: DutyRowProps) {
  const t = useWords();
  const failureText = useFailureText();
  const sign = useVerb<void>(
    (_, send) => moveCase(one.id, 'sign', {}, send),
    () => toast(t('mobile:sign.done')),
  );
  const leads = useMe().grants.some(({ organization }) => organization?.id === one.handler?.id);
  const toSign = mine && leads && one.state === 'assigned';
  const helps = mine && !leads;
  const open = one.state === 'assigned' || one.state === 'in_progress' || one.state === 'reopened';
  const signNow = () =>
    sign.mutate(undefined, {
      onError: (error) => toast(failureText(error), 'danger'),
    });
  return (
    <li className="duty">
      <Icon name={toSign ? 'sign' : stateLook[one.state].icon} />
      <Link to="/cases/$caseId" params={{ caseId: one.id }}>
        <h3>{t(toSign ? 'mobile:duty.sign' : helps ? 'mobile:duty.help' : 'mobile:duty.do', { title: one.title })}</h3>
        {one.danger && (
          <Status icon="danger" tone="danger">
            {t('mobile:duty.danger')}
          </Status>
        )}
        <p>
          {one.place || one.grid?.name}
          <i className="dot" />
          {t(mine ? `cases:source.${one.source}` : `cases:state.${one.state}`)}
        </p>
        {one.dueAt && open && <Status {...standingLook[one.standing]}>{standingWords(t, one)}</Status>}
      </Link>
      {toSign ? (
        <Button busy={sign.isPending} onClick={signNow}>
          {t('cases:verb.sign')}
        </Button>
      ) : (
        <Link
          to="/cases/$caseId"
          params={{ caseId: one.id }}
          className="btn m"
          aria-label={t('mobile:duty.openWhat', { title: one.title })}
        >
          {t('mobile:duty.open')}
        </Link>
      )}
    </li>
  );
}
