import { useQuery } from '@tanstack/react-query';
import type { TimelineEntry } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { timelineDetails } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { timelineQuery } from '../../../../client/queries/cases.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';

/** Who did what and when, newest first. `full` adds what was said. */
export function Trail({ id, full }: { id: string; full?: boolean }) {
  const t = useWords();
  const { data, error, refetch } = useQuery(timelineQuery(id));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} />;
  return (
    <section className={full ? 'trail full' : 'trail'} aria-label={t('console:trail')}>
      <h3>
        {t('console:trail')}
        <span>{t('console:trail.count', { count: data.entries.length })}</span>
      </h3>
      <ol>
        {data.entries.toReversed().map((entry) => (
          <Step key={entry.id} entry={entry} full={full} />
        ))}
      </ol>
    </section>
  );
}

function Step({ entry, full }: { entry: TimelineEntry; full: boolean | undefined }) {
  const t = useWords();
  const { actor, details } = entry;
  const code = entry.verb === 'confirm' ? (details.solved === 'true' ? 'confirm.yes' : 'confirm.no') : entry.verb;
  return (
    <li>
      <time dateTime={entry.at}>{when(entry.at)}</time>
      <div>
        {[actor?.roleName, actor?.name].filter(Boolean).join(' ')}{' '}
        {t(`console:step.${code}`, {
          organization: details.organization ?? '',
          audience: t(`console:step.audience.${details.audience ?? 'raiser'}`),
        })}
        {full && timelineDetails(t, entry).map((line) => <p key={line}>{line}</p>)}
      </div>
    </li>
  );
}
