import type { ReactNode } from 'react';
import type { CaseFilter } from '../../../../../contract/inbox.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { Answer } from '../../../app/answers.tsx';
import { Tabs } from '../../../app/tabs.tsx';
import { useTitle } from '../../../app/use-title.ts';
import { useCases } from '../queries.ts';
import { DutyRow } from './duty-row.tsx';
import { MoreRows } from './more-rows.tsx';

interface CaseListScreenProps {
  readonly title: string;
  readonly filter: Partial<CaseFilter>;
  readonly empty: string;
  readonly children?: ReactNode;
}

/** A worker's list of cases under a title, newest first. */
export function CaseListScreen({ title, filter, empty, children }: CaseListScreenProps) {
  useTitle(title);
  const cases = useCases(filter);
  return (
    <>
      <main>
        <section className="greet">
          <h1 className="title">{title}</h1>
        </section>
        {children}
        <div className="card list">
          <Answer query={cases} rows={5}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              if (items.length === 0) return <Empty text={empty} />;
              return (
                <ul className="rows">
                  {items.map((one) => (
                    <DutyRow key={one.id} one={one} />
                  ))}
                </ul>
              );
            }}
          </Answer>
        </div>
        <MoreRows list={cases} />
        <div className="above-tabs" />
      </main>
      <Tabs />
    </>
  );
}
