import { Link } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Answer } from '../../../app/answers.tsx';
import { useMe } from '../../../app/use-me.ts';
import { useCases, waitingFirst } from '../queries.ts';
import { AnswerInPlace } from './answer-in-place.tsx';
import { CaseRow } from './case-row.tsx';
import { UnsentRows } from './unsent-rows.tsx';

const shown = 3;

/** 长辈版: two large actions, questions answered in place, calling in one tap. */
export function ElderHome() {
  const t = useWords();
  const me = useMe();
  const mine = useCases({ view: 'mine', open: 'true' });
  return (
    <>
      <section className="big-actions" aria-label={t('mobile:want')}>
        <Link to="/raise" className="big is-raise">
          <span className="ic">
            <Icon name="microphone" />
          </span>
          <span>
            <b>{t('mobile:raise')}</b>
            <span className="s">{t('mobile:raise.speak')}</span>
          </span>
        </Link>
        <a href={`tel:${me.community?.phone ?? me.street.phone}`} className="big is-call">
          <span className="ic">
            <Icon name="phone" />
          </span>
          <span>
            <b>{t('mobile:call.communityLong')}</b>
            <span className="s">{t('mobile:call.once')}</span>
          </span>
        </a>
      </section>
      <div className="sec">
        <h2>{t('mobile:tab.mine')}</h2>
      </div>
      <UnsentRows />
      <Answer query={mine} rows={2}>
        {({ pages }) => {
          const cases = waitingFirst(pages.flatMap((page) => page.items)).slice(0, shown);
          const calm = cases.filter((one) => one.state !== 'resolved');
          return (
            <>
              {cases.map((one) => one.state === 'resolved' && <AnswerInPlace key={one.id} one={one} />)}
              <div className="card list" data-read>
                {cases.length === 0 && <Empty text={t('mobile:mine.empty.open')} />}
                <ul className="rows">
                  {calm.map((one) => (
                    <CaseRow key={one.id} one={one} />
                  ))}
                </ul>
              </div>
            </>
          );
        }}
      </Answer>
      <Link to="/me" className="card list row-link home-row">
        <span>{t('mobile:elder.settings')}</span>
        <span>
          <Icon name="forward" />
        </span>
      </Link>
    </>
  );
}
