import type { HotlineOutcome } from '../../../../../contract/hotline.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const faultsShown = 5;

/** What the list comes to, in four numbers. */
export function Counts({ outcome }: { outcome: HotlineOutcome }) {
  const t = useWords();
  const { fresh, present, faulty, late, duplicated } = outcome;
  return (
    <dl className="hotline-counts">
      {Object.entries({ fresh, present, faulty, late }).map(([name, count]) => (
        <div key={name} className={count > 0 && (name === 'faulty' || name === 'late') ? 'heed' : undefined}>
          <dt>
            {count > 0 && (name === 'faulty' || name === 'late') && <Icon name="danger" />}
            {t(`hotline:count.${name}`)}
          </dt>
          <dd>
            <b>{count.toLocaleString('en')}</b> {t('hotline:unit')}
            {name === 'faulty' && duplicated > 0 && (
              <small>{t('hotline:count.duplicated', { count: duplicated })}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was not recognised and comes in all the same. */
export function Unmatched({
  name,
  values,
}: {
  name: 'places' | 'categories';
  values: HotlineOutcome['unmatchedPlaces'];
}) {
  const t = useWords();
  if (values.length === 0) return null;
  return (
    <section className="unmatched">
      <h3>{t(`hotline:${name}`)}</h3>
      <p className="hint">{t(`hotline:${name}.hint`)}</p>
      <ul>
        {values.map(({ value, rows }) => (
          <li key={value}>
            {value} <span>{t('hotline:times', { count: rows })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rows that stay out, and the workbook in which they come back. */
export function Faults({ outcome: { faults, faulty, returned } }: { outcome: HotlineOutcome }) {
  const t = useWords();
  if (faulty === 0) return null;
  return (
    <section className="faults">
      <h3>{t('hotline:faults')}</h3>
      <ul>
        {faults.slice(0, faultsShown).map(({ row, words }) => (
          <li key={row}>{t('hotline:fault', { row, words })}</li>
        ))}
      </ul>
      {faulty > faultsShown && <p className="hint">{t('hotline:faults.more', { count: faulty - faultsShown })}</p>}
      {returned && (
        <p>
          <a className="link" href={`data:${workbook};base64,${returned}`} download={t('hotline:returned.name')}>
            {t('hotline:returned', { count: faulty })}
          </a>{' '}
          <span className="hint">{t('hotline:returned.hint')}</span>
        </p>
      )}
    </section>
  );
}
