import type { CaseSummary } from '../../../../../contract/cases.ts';
import { standingLook } from '../../../../client/case-look.ts';
import { when } from '../../../../client/dates.ts';
import { standingWords } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Chip, Status } from '../../../../ui/status.tsx';
import { stateMarks } from '../state-marks.ts';

/** Time left or run over: overdue and near as chips, the rest in plain words; with the moment itself on hovering. */
export function Standing({ one }: { one: Pick<CaseSummary, 'standing' | 'dueAt' | 'supervised'> }) {
  const t = useWords();
  const words = standingWords(t, one);
  const urgent = one.standing === 'overdue' || one.standing === 'near';
  const moment = one.dueAt ? t('cases:deadline.due', { when: when(one.dueAt) }) : undefined;
  return (
    <span title={moment}>
      {one.supervised && (
        <>
          <Chip icon="eye" tone="danger">
            {t('deadlines:supervised')}
          </Chip>{' '}
        </>
      )}
      {urgent ? <Chip {...standingLook[one.standing]}>{words}</Chip> : <span className="plain">{words}</span>}
    </span>
  );
}

export function State({ one, chip }: { one: Pick<CaseSummary, 'state'>; chip?: boolean }) {
  const t = useWords();
  const Mark = chip ? Chip : Status;
  return <Mark {...stateMarks[one.state]}>{t(`cases:state.${one.state}`)}</Mark>;
}
