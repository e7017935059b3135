import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { when } from '../../../../client/dates.ts';
import { hotlineRepliesAddress } from '../../../../client/hotline.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { importsQuery } from '../queries.ts';

/** The lists that came in last: to their cases, and back to the hotline. */
export function Latest() {
  const t = useWords();
  const { data, error, refetch } = useQuery(importsQuery);
  return (
    <section className="box latest" aria-label={t('hotline:latest')}>
      <h2>{t('hotline:latest')}</h2>
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting rows={3} />)}
      {data?.length === 0 && <p className="hint">{t('hotline:latest.none')}</p>}
      <ul>
        {data?.map((one) => (
          <li key={one.id}>
            <span>
              <b>{t('hotline:latest.line', { area: one.area.name, cases: one.cases.toLocaleString('en') })}</b>
              <small>
                {one.startedBy
                  ? t('hotline:latest.by', { name: one.startedBy, when: when(one.startedAt) })
                  : t('hotline:latest.console', { when: when(one.startedAt) })}
                <i className="dot" />
                {t('hotline:latest.open', { count: one.open.toLocaleString('en') })}
              </small>
            </span>
            <span className="row">
              <Link className="link" to="/" search={{ import: one.id }}>
                {t('hotline:latest.look')}
              </Link>
              <a className="link" href={hotlineRepliesAddress(one.id)} download>
                {t('hotline:latest.replies')}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
