import type { Case } from '../../../../../contract/cases.ts';
import { standingLook } from '../../../../client/case-look.ts';
import { spanBetween, spanWords, when } from '../../../../client/dates.ts';
import type { Say } from '../../../../client/i18n/use-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Status } from '../../../../ui/status.tsx';

/** 应在 11月12日 18:00 前办好, and how it stands against that. */
export function DeadlineFact({ one }: { one: Case }) {
  const t = useWords();
  if (!one.dueAt) return null;
  const standing = standingOf(t, one, one.dueAt);
  return (
    <div>
      <Icon name="clock" />
      <div className="wide">
        <p>{t('cases:deadline.due', { when: when(one.dueAt) })}</p>
        {standing && (
          <p>
            <Status {...standingLook[one.standing]}>{standing}</Status>
          </p>
        )}
      </div>
    </div>
  );
}

function standingOf(t: Say, one: Case, dueAt: string): string | undefined {
  const done = one.resolvedAt ?? one.closedAt;
  if (one.standing === 'met')
    return done ? t('cases:deadline.early', { span: spanWords(spanBetween(done, dueAt)) }) : undefined;
  if (one.standing === 'missed') {
    return done ? t('cases:deadline.missed', { span: spanWords(spanBetween(dueAt, done)) }) : undefined;
  }
  const span = spanWords(spanBetween(new Date(), dueAt));
  return t(one.standing === 'overdue' ? 'cases:deadline.late' : 'cases:deadline.left', { span });
}
