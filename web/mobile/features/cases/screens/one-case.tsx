import '../case.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { caseQuery, timelineQuery } from '../../../../client/queries/cases.ts';
import { Answer } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { ReadAloud } from '../../../app/read-aloud.tsx';
import { useMe } from '../../../app/use-me.ts';
import { CaseFacts } from '../parts/case-facts.tsx';
import { CaseHands } from '../parts/case-hands.tsx';
import { CaseHead } from '../parts/case-head.tsx';
import { CasePhotos } from '../parts/case-photos.tsx';
import { CaseRecords } from '../parts/case-records.tsx';
import { CaseTimeline } from '../parts/case-timeline.tsx';
import { CaseWays } from '../parts/case-ways.tsx';
import { CheckDock } from '../parts/check-dock.tsx';
import { ConfirmDock } from '../parts/confirm-dock.tsx';
import { WorkDock } from '../parts/work-dock.tsx';

/** One request: where it stands, what happened, and what this person can do about it now. */
export function OneCase() {
  const t = useWords();
  const { caseId } = useParams({ strict: false });
  const one = useQuery(caseQuery(caseId ?? ''));
  return (
    <>
      <main className="case">
        <NavBar title={t('mobile:case.title')} right={<ReadAloud look="bar" />} />
        <Answer query={one} rows={6}>
          {(found) => <Whole one={found} />}
        </Answer>
      </main>
      {one.data && <Dock one={one.data} />}
    </>
  );
}

function Whole({ one }: { one: Case }) {
  const t = useWords();
  const timeline = useQuery(timelineQuery(one.id));
  return (
    <>
      <CaseHead one={one} />
      <CasePhotos one={one} />
      <CaseFacts one={one} />
      <CaseHands one={one} />
      <h2 className="title">{t('mobile:timeline.title')}</h2>
      <div className="card tl" data-read>
        <Answer query={timeline} rows={4}>
          {({ entries }) => <CaseTimeline one={one} entries={entries} />}
        </Answer>
      </div>
      <CaseWays one={one} />
      <CaseRecords one={one} />
    </>
  );
}

/** The one decision of the moment, at the thumb. The raiser's own word comes before any work. */
function Dock({ one }: { one: Case }) {
  const checks = useMe().permissions.includes('case.answer_check');
  if (one.raiser.mine && one.may.includes('confirm')) return <ConfirmDock one={one} />;
  if (checks && one.source === 'check' && one.state === 'in_progress') return <CheckDock one={one} />;
  return <WorkDock one={one} />;
}
