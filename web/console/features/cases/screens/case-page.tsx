import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Case } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { caseQuery } from '../../../../client/queries/cases.ts';
import { Button } from '../../../../ui/button.tsx';
import { Failure, Missing, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { ActionBar } from '../parts/action-bar.tsx';
import { CaseChips } from '../parts/case-chips.tsx';
import { CasePhotos } from '../parts/case-photos.tsx';
import { Facts } from '../parts/facts.tsx';
import { Hands } from '../parts/hands.tsx';
import { RaiserBox } from '../parts/raiser-box.tsx';
import { Trail } from '../parts/trail.tsx';
import { useActions } from '../parts/use-actions.ts';
import { VerbForm } from '../parts/verb-form.tsx';
import '../one-case.css';
import '../case-page.css';

/** One case whole: everything known, every step with its words, every verb; prints on paper. */
export function CasePage() {
  const { id } = useParams({ from: '/frame/cases/$id' });
  const { data: one, error, refetch } = useQuery(caseQuery(id));
  if (one) return <Whole key={one.id} one={one} />;
  if (isProblem(error) && error.status === 404) return <Missing />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />;
}

function Whole({ one }: { one: Case }) {
  const t = useWords();
  useTitle(one.number);
  const actions = useActions(one);
  return (
    <div className="page case-page">
      <header className="page-head">
        <h1>{one.title}</h1>
        <p>{t('cases:number', { number: one.number })}</p>
        <div className="acts no-print">
          <Button icon="print" onClick={() => window.print()}>
            {t('console:print')}
          </Button>
        </div>
        <CaseChips one={one} />
      </header>
      <div className="columns">
        <div className="column">
          <section className="box">
            <h2 className="visually-hidden">{t('console:case.words')}</h2>
            <blockquote className="quote">{one.body}</blockquote>
            <p className="by">
              {when(one.raisedAt)}
              <i className="dot" />
              {t(`cases:source.${one.source}`)}
            </p>
            <CasePhotos photos={one.photos} />
          </section>
          <section className="box">
            <Trail one={one} full />
          </section>
        </div>
        <div className="column">
          <section className="box acts-box no-print">
            <VerbForm one={one} actions={actions} />
            <ActionBar one={one} actions={actions} />
          </section>
          <section className="box">
            <h2>{t('console:case.facts')}</h2>
            <Facts one={one} whole />
          </section>
          <Hands one={one} boxed />
          <RaiserBox one={one} />
        </div>
      </div>
    </div>
  );
}
