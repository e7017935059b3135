import type { Case } from '../../../../../contract/cases.ts';
import type { TimelineEntry } from '../../../../../contract/trail.ts';
import { when } from '../../../../client/dates.ts';
import { timelineDetails, timelineSentence, withOrganizations } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';

/** 办到哪一步了: who did what, then what comes next. */
export function CaseTimeline({ one, entries }: { one: Case; entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {withOrganizations(entries).map((entry) => (
        <Step key={entry.id} one={one} entry={entry} />
      ))}
      <Next one={one} />
    </ol>
  );
}

function Step({ one, entry }: { one: Case; entry: TimelineEntry }) {
  const t = useWords();
  const raised = entry.verb === 'raise' || entry.verb === 'import';
  return (
    <li>
      <span className="d">
        <Icon name="done" />
      </span>
      <h3>
        {timelineSentence(t, entry)}
        <time dateTime={entry.at}>{when(entry.at)}</time>
      </h3>
      {raised && <p className="q">{t('mobile:quoted', { words: one.body })}</p>}
      {!raised && timelineDetails(t, entry).map((line) => <p key={line}>{line}</p>)}
    </li>
  );
}

const over: readonly Case['state'][] = ['closed', 'refused', 'archived'];

/** The step that is being waited for; vermilion only when it waits for the reader. */
function Next({ one }: { one: Case }) {
  const t = useWords();
  if (over.includes(one.state)) return null;
  const yours = one.state === 'resolved' && one.raiser.mine;
  const who = one.handler?.name ?? t('mobile:case.community');
  const title = one.raiser.mine ? t(`moves:next.title.${one.state}`, { who }) : t(`cases:state.${one.state}`);
  const words = one.raiser.mine ? t(`moves:next.${one.state}`) : t(`moves:next.staff.${one.state}`);
  return (
    <li className={yours ? 'now' : 'coming'}>
      <span className="d">
        <Icon name={yours ? 'current' : 'half'} />
      </span>
      <h3>{title}</h3>
      {words && <p>{words}</p>}
    </li>
  );
}
