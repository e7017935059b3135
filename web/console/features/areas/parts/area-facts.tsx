import { Link } from '@tanstack/react-router';
import { type AreaDetail, type Succession, tiers } from '../../../../../contract/areas.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Tag } from '../../../../ui/status.tsx';
import { may, useMe } from '../../../app/session.ts';

/** Code, days, labels, what is in it, and what it came out of or became. */
export function AreaFacts({ area, onOpen }: { area: AreaDetail; onOpen: (id: string) => void }) {
  const t = useWords();
  const person = useMe();
  const counted = tiers.filter((tier) => (area.counts[tier] ?? 0) > 0);
  const figured = area.tier === 'community' || area.tier === 'grid';
  return (
    <section className="box">
      <h2>{t('areas:facts')}</h2>
      <dl className="area-facts">
        <dt>{t('areas:code')}</dt>
        <dd className="code">{area.code}</dd>
        {area.phone && (
          <>
            <dt>{t('areas:phone')}</dt>
            <dd>{area.phone}</dd>
          </>
        )}
        <dt>{t('areas:since')}</dt>
        <dd>
          {monthDay(area.since)}
          {area.until && ` – ${monthDay(area.until)}`}
        </dd>
        {area.labels.length > 0 && (
          <>
            <dt>{t('areas:labels')}</dt>
            <dd className="row">
              {area.labels.map(({ kind, name, estateType }) => (
                <Tag key={kind + name}>
                  {name}
                  {estateType && ` · ${t(`areas:estate.${estateType}`)}`}
                </Tag>
              ))}
            </dd>
          </>
        )}
        {counted.length > 0 && (
          <>
            <dt>{t('areas:inside')}</dt>
            <dd>{counted.map((tier) => t(`areas:count.${tier}`, { count: area.counts[tier] ?? 0 })).join(' · ')}</dd>
          </>
        )}
        <Came title={t('areas:predecessors')} from={area.predecessors} onOpen={onOpen} />
        <Came title={t('areas:successors')} from={area.successors} onOpen={onOpen} />
      </dl>
      {figured && may(person, 'figure.read') && (
        <p>
          <Link className="link" to="/overview" search={{ area: area.id }}>
            {t('areas:figures')}
          </Link>
        </p>
      )}
    </section>
  );
}

interface CameProps {
  readonly title: string;
  readonly from: readonly Succession[];
  readonly onOpen: (id: string) => void;
}

function Came({ title, from, onOpen }: CameProps) {
  const t = useWords();
  if (from.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd className="row">
        {from.map(({ area, kind, at }) => (
          <span key={area.id}>
            <button type="button" className="link" onClick={() => onOpen(area.id)}>
              {area.name}
            </button>{' '}
            <small className="hint">{t(`areas:succession.${kind}`, { day: monthDay(at) })}</small>
          </span>
        ))}
      </dd>
    </>
  );
}
