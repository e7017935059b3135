import { Link } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useOutbox } from '../../../../client/use-outbox.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Status } from '../../../../ui/status.tsx';

/** What has been written and not reached the community yet; stays on the phone until it has. */
export function UnsentRows() {
  const t = useWords();
  const unsent = useOutbox().filter((entry) => entry.state !== 'sent');
  if (unsent.length === 0) return null;
  return (
    <ul className="card list rows unsent" aria-label={t('mobile:unsent.title')}>
      {unsent.map((entry) => (
        <li key={entry.id}>
          <Link to="/raise/$entryId" params={{ entryId: entry.id }} className="row-link">
            <span>
              <b className="one-line">{entry.draft.words}</b>
              <Status
                icon={entry.state === 'refused' ? 'danger' : 'stored'}
                tone={entry.state === 'refused' ? 'danger' : 'plain'}
              >
                {t(`mobile:unsent.${entry.state}`)}
              </Status>
            </span>
            <span>
              <Icon name="forward" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
