import { Link } from '@tanstack/react-router';
import type { Notice } from '../../../../../contract/notices.ts';
import { when } from '../../../../client/dates.ts';
import { noticeSentence } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

/** One notice; where it is about a case or a list of them, it opens that. */
export function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const t = useWords();
  const words = (
    <>
      <b className={notice.readAt ? undefined : 'unread'}>
        {!notice.readAt && <span className="visually-hidden">{t('console:notices.new')}</span>}
        {noticeSentence(t, notice)}
      </b>
      <span>
        {notice.params.number}
        <i className="dot" />
        <time dateTime={notice.at}>{when(notice.at)}</time>
      </span>
    </>
  );
  return (
    <li>
      {notice.subjectKind === 'case' ? (
        <Link to="/cases/$id" params={{ id: notice.subjectId }} onClick={onOpen}>
          {words}
        </Link>
      ) : notice.subjectKind === 'hotline_import' ? (
        <Link to="/" search={{ import: notice.subjectId }} onClick={onOpen}>
          {words}
        </Link>
      ) : (
        <div>{words}</div>
      )}
    </li>
  );
}
