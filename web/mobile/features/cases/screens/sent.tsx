import '../case.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { raiseDraftKey, saveDraft } from '../../../../client/drafts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { type OutboxEntry, sendEntry, takeFromOutbox } from '../../../../client/outbox.ts';
import { casesKey, categoriesQuery } from '../../../../client/queries/cases.ts';
import { useOutbox } from '../../../../client/use-outbox.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { useMe } from '../../../app/use-me.ts';

/** What became of one send: on its way, arrived with its number, or still on this phone with the ways on. */
export function Sent() {
  const t = useWords();
  const { entryId } = useParams({ strict: false });
  const entry = useOutbox().find(({ id }) => id === entryId);
  const queries = useQueryClient();
  const arrived = entry?.state === 'sent';
  useEffect(() => {
    if (arrived) void queries.invalidateQueries({ queryKey: casesKey });
  }, [arrived, queries]);
  return (
    <main>
      <NavBar title={t('mobile:raise')} />
      <div aria-live="polite">
        {!entry && <Empty icon="done" text={t('raising:sent.gone')} action={<HomeLink />} />}
        {entry?.state === 'sent' && entry.sent && <Arrived sent={entry.sent} />}
        {entry?.state === 'sending' && entry.failures === 0 && (
          <Empty icon="cloudUp" text={t('raising:sent.sending')} />
        )}
        {entry && !arrived && (entry.failures > 0 || entry.state !== 'sending') && <NotArrived entry={entry} />}
      </div>
    </main>
  );
}

function Arrived({ sent }: { sent: NonNullable<OutboxEntry['sent']> }) {
  const t = useWords();
  return (
    <section className="sent">
      <Icon name="done" className="tick" />
      <h2 className="title">{t('raising:sent.title')}</h2>
      <p className="number">{t('cases:number', { number: sent.number })}</p>
      <ol className="card next-steps">
        {(['1', '2', '3'] as const).map((nth) => (
          <li key={nth}>
            <b aria-hidden="true">{nth}</b>
            {t(`raising:sent.next.${nth}`)}
          </li>
        ))}
      </ol>
      <div className="form">
        <Link to="/cases/$caseId" params={{ caseId: sent.caseId }} className="btn m wide">
          {t('raising:sent.see')}
        </Link>
        <HomeLink />
      </div>
    </section>
  );
}

function NotArrived({ entry }: { entry: OutboxEntry }) {
  const t = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refused = entry.state === 'refused';
  const change = async () => {
    await saveDraft(raiseDraftKey(me.id), entry.draft);
    await takeFromOutbox(entry.id);
    // It may have been refused for a category that is no longer offered.
    void queries.invalidateQueries({ queryKey: categoriesQuery.queryKey });
    await navigate({ to: '/raise', replace: true });
  };
  return (
    <section className="sent is-unsent">
      <Icon name={refused ? 'danger' : 'stored'} className="tick" />
      <h2 className="title">{t('mobile:failed.title')}</h2>
      <p>{refused ? entry.refusal : t('mobile:failed.text')}</p>
      {!refused && <p className="hint">{t('mobile:failed.auto')}</p>}
      <blockquote className="card">{entry.draft.words}</blockquote>
      <div className="form">
        {!refused && (
          <Button
            look="primary"
            className="wide"
            busy={entry.state === 'sending'}
            onClick={() => void sendEntry(entry.id)}
          >
            {t('action.retry')}
          </Button>
        )}
        <Button className="wide" look={refused ? 'primary' : 'plain'} onClick={change}>
          {t('action.edit')}
        </Button>
        <a className="btn m wide" href={`tel:${me.community?.phone ?? me.street.phone}`}>
          <Icon name="phone" />
          {t('mobile:call.communityLong')}
        </a>
      </div>
    </section>
  );
}

function HomeLink() {
  const t = useWords();
  return (
    <Link to="/" className="btn m wide">
      {t('raising:sent.home')}
    </Link>
  );
}
