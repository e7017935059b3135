import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { NewPart } from '../../../../../contract/joint.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { newKey } from '../../../../client/keys.ts';
import { fittingBodiesQuery } from '../../../../client/queries/hands.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { fromWallClock } from '../due.ts';

/** One body that is to help, as far as it was filled in. `due` is wall-clock time. */
export interface PartLine {
  readonly key: string;
  readonly organizationId: string | undefined;
  readonly task: string;
  readonly due: string | undefined;
}

export const blankLine = (due?: string): PartLine => ({ key: newKey(), organizationId: undefined, task: '', due });

export const isLacking = ({ organizationId, task }: PartLine): boolean => !organizationId || task.trim() === '';

export const partsOf = (lines: readonly PartLine[]): NewPart[] =>
  lines.flatMap(({ organizationId, task, due }) =>
    organizationId ? [{ organizationId, task: task.trim(), ...(due ? { dueAt: fromWallClock(due) } : {}) }] : [],
  );

interface PartLinesProps {
  readonly caseId: string;
  readonly lines: readonly PartLine[];
  /** The body that leads, which cannot help itself. */
  readonly leadId: string | undefined;
  /** What a new line is due with. */
  readonly due: string | undefined;
  readonly tried: boolean;
  readonly onChange: (lines: PartLine[]) => void;
}

/** 协办: a body, its task and its time on each line. */
export function PartLines({ caseId, lines, leadId, due, tried, onChange }: PartLinesProps) {
  const t = useWords();
  const { data } = useQuery(fittingBodiesQuery(caseId));
  const put = (key: string, change: Partial<PartLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const taken = new Set([leadId, ...lines.map(({ organizationId }) => organizationId)]);
  const optionsFor = (own: string | undefined) =>
    (data?.bodies ?? [])
      .filter(({ id }) => id === own || !taken.has(id))
      .map(({ id, name, kind, onDuty }) => ({
        value: id,
        label: [name, t(`console:organization.${kind}`), onDuty ? t('hands:form.onDuty') : '']
          .filter(Boolean)
          .join(' · '),
      }));
  return (
    <div className="part-lines">
      {lines.map((line) => (
        <fieldset key={line.key} className="part-line" aria-label={t('hands:helps')}>
          <span className="hand-label">{t('hands:helps')}</span>
          <Select
            aria-label={t('hands:form.body')}
            showSearch={{ optionFilterProp: 'label' }}
            status={tried && !line.organizationId ? 'error' : ''}
            placeholder={t('hands:form.body')}
            value={line.organizationId ?? null}
            options={optionsFor(line.organizationId)}
            onChange={(organizationId) => put(line.key, { organizationId: organizationId ?? undefined })}
          />
          <button
            type="button"
            className="icon-btn"
            aria-label={t('hands:form.remove')}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            <Icon name="close" />
          </button>
          <input
            className="input"
            aria-label={t('hands:form.task')}
            aria-invalid={tried && line.task.trim() === ''}
            placeholder={t('hands:form.task')}
            maxLength={200}
            value={line.task}
            onChange={(event) => put(line.key, { task: event.target.value })}
          />
          <DatePicker
            aria-label={t('hands:form.due')}
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            needConfirm={false}
            showNow={false}
            format="MM-DD HH:mm"
            placeholder={t('hands:form.due')}
            value={line.due ? dayjs(line.due) : null}
            disabledDate={(day) => day.isBefore(dayjs(), 'day')}
            onChange={(day) => put(line.key, { due: day?.format('YYYY-MM-DDTHH:mm') })}
          />
        </fieldset>
      ))}
      <div className="part-more">
        <Button icon="add" onClick={() => onChange([...lines, blankLine(due)])}>
          {t('hands:form.add')}
        </Button>
        <span>{t('hands:form.note')}</span>
      </div>
      {tried && lines.some(isLacking) && (
        <p className="wrong" role="alert">
          <Icon name="danger" />
          {t('hands:form.missing')}
        </p>
      )}
    </div>
  );
}
