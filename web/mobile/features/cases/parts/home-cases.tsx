import type { CaseSummary } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { Answer } from '../../../app/answers.tsx';
import { useCases, waitingFirst } from '../queries.ts';
import { CaseRow } from './case-row.tsx';

const shown = 4;

/** The few requests that matter now: what waits for me first, then what is open, then what was closed last. */
export function HomeCases() {
  const t = useWords();
  return (
    <div className="card list">
      <Answer query={useCases({ view: 'mine' })} rows={3}>
        {({ pages }) => {
          const cases = nowFirst(pages.flatMap((page) => page.items)).slice(0, shown);
          if (cases.length === 0) return <Empty text={t('mobile:mine.empty')} />;
          return (
            <ul className="rows" data-read>
              {cases.map((one) => (
                <CaseRow key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Answer>
    </div>
  );
}

const nowFirst = (cases: readonly CaseSummary[]): CaseSummary[] => {
  const open = cases.filter((one) => one.state !== 'closed' && one.state !== 'refused');
  return [...waitingFirst(open), ...cases.filter((one) => !open.includes(one))];
};
