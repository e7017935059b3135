import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Field } from '../../../app/field.tsx';
import { Popup } from '../../../app/popup.tsx';
import type { InboxFilter } from '../filter.ts';

interface FilterDatesProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (change: Pick<InboxFilter, 'raisedFrom' | 'raisedTo'>) => void;
}

const shown = (day: string | undefined) => (day ? monthDay(`${day}T12:00:00+08:00`) : '…');

/** Raised between two days, both counted. */
export function FilterDates({ from, to, onChange }: FilterDatesProps) {
  const t = useWords();
  const set = Boolean(from || to);
  const label = t('console:column.raised');
  const face = (
    <>
      {label}
      {set ? (
        <b>
          {shown(from)} – {shown(to)}
        </b>
      ) : (
        <Icon name="down" />
      )}
    </>
  );
  return (
    <span className={set ? 'f set' : 'f'}>
      <Popup className="f-open" label={face} name={label}>
        {() => (
          <div className="popup-form">
            <Field label={t('console:filter.from')}>
              {(parts) => (
                <input
                  className="input"
                  type="date"
                  {...parts}
                  value={from ?? ''}
                  max={to}
                  onChange={(event) => onChange({ raisedFrom: event.target.value || undefined, raisedTo: to })}
                />
              )}
            </Field>
            <Field label={t('console:filter.to')}>
              {(parts) => (
                <input
                  className="input"
                  type="date"
                  {...parts}
                  value={to ?? ''}
                  min={from}
                  onChange={(event) => onChange({ raisedFrom: from, raisedTo: event.target.value || undefined })}
                />
              )}
            </Field>
          </div>
        )}
      </Popup>
      {set && (
        <button
          type="button"
          className="f-clear"
          aria-label={t('console:filter.clearOne', { name: label })}
          onClick={() => onChange({ raisedFrom: undefined, raisedTo: undefined })}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
