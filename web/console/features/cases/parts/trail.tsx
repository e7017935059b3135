import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../../../contract/cases.ts';
import type { TimelineEntry } from '../../../../../contract/trail.ts';
import { when } from '../../../../client/dates.ts';
import { timelineDetails } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { timelineQuery } from '../../../../client/queries/cases.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';

/** Who did what and when, newest first. `full` adds what was said. */
export function Trail({ one, full }: { one: Case; full?: boolean }) {
  const t = useWords();
  const { data, error, refetch } = useQuery(timelineQuery(one.id));
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
          <Step key={entry.id} entry={entry} code={codeOf(entry, one)} who={whoOf(entry, one)} full={full} />
        ))}
      </ol>
    </section>
  );
}

function codeOf({ verb, details, actor }: TimelineEntry, { source }: Case): string {
  if (verb === 'confirm') return details.solved === 'true' ? 'confirm.yes' : 'confirm.no';
  if (verb === 'decide_pause') return details.approved === 'true' ? 'decide_pause.yes' : 'decide_pause.no';
  if (details.asked) return `${verb}.asked`;
  const onBehalf = source === 'phone' || source === 'counter' || source === 'hotline' || source === 'visit';
  return verb === 'raise' && onBehalf && actor?.roleName ? 'register' : verb;
}

/** Staff by role and name; the one who raised it as masked as everywhere else on the desk. */
const whoOf = ({ actor }: TimelineEntry, { raiser }: Case): string =>
  actor?.roleName ? `${actor.roleName} ${actor.name}` : actor ? raiser.name : '';

interface StepProps {
  readonly entry: TimelineEntry;
  readonly code: string;
  readonly who: string;
  readonly full: boolean | undefined;
}

function Step({ entry, code, who, full }: StepProps) {
  const t = useWords();
  const { details } = entry;
  return (
    <li>
      <time dateTime={entry.at}>{when(entry.at)}</time>
      <div>
        {who}{' '}
        {t([`console:step.${code}`, `moves:timeline.${code}`], {
          name: '',
          organization: details.organization ?? '',
          audience: t(`console:step.audience.${details.audience ?? 'raiser'}`),
        })}
        {full && entry.verb !== 'raise' && timelineDetails(t, entry).map((line) => <p key={line}>{line}</p>)}
      </div>
    </li>
  );
}
