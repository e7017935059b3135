import {
  type HotlineOutcome,
  neededOrderFields,
  type OrderField,
  orderFields,
} from '../../../../../contract/hotline.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Field } from '../../../app/field.tsx';

interface ColumnsProps {
  readonly sheet: HotlineOutcome['sheet'];
  readonly disabled: boolean;
  readonly onName: (field: OrderField, header: string) => void;
}

/** Which header stands for what; one that was not recognised is pointed out by hand. */
export function Columns({ sheet, disabled, onName }: ColumnsProps) {
  const t = useWords();
  const { headers, columns, missing } = sheet;
  return (
    <details className="box columns" open={missing.length > 0}>
      <summary>{t(missing.length > 0 ? 'hotline:columns.missing' : 'hotline:columns')}</summary>
      <div className="column-list">
        {orderFields.map((field) => (
          <Field
            key={field}
            label={t(`hotline:field.${field}`)}
            must={neededOrderFields.some((needed) => needed === field)}
          >
            {(parts) => (
              <select
                {...parts}
                aria-invalid={missing.includes(field)}
                className="input"
                disabled={disabled}
                value={columns[field] ?? ''}
                onChange={({ target }) => onName(field, target.value)}
              >
                <option value="">{t('hotline:columns.none')}</option>
                {[...new Set(headers)].map((header) => (
                  <option key={header} value={header}>
                    {header}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
