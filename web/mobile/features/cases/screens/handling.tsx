import { useState } from 'react';
import type { CaseState } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { CaseListScreen } from '../parts/case-list-screen.tsx';
import { Segments } from '../parts/segments.tsx';

const parts = ['waiting', 'done', 'raised'] as const;
type Part = (typeof parts)[number];
const statesOf = { waiting: ['resolved'], done: ['closed', 'refused'] } satisfies Record<string, CaseState[]>;

/** 我办的: what I have done and what I raised on the spot; what is still to do stands under 今天. */
export function Handling() {
  const t = useWords();
  const [part, setPart] = useState<Part>('waiting');
  const filter =
    part === 'raised' ? ({ view: 'mine' } as const) : ({ view: 'handling', state: statesOf[part] } as const);
  return (
    <CaseListScreen
      key={part}
      title={t('mobile:tab.handling')}
      filter={filter}
      empty={t(`mobile:handling.empty.${part}`)}
    >
      <Segments
        label={t('mobile:tab.handling')}
        options={parts.map((value) => ({ value, word: t(`mobile:handling.${value}`) }))}
        chosen={part}
        onChoose={setPart}
      />
    </CaseListScreen>
  );
}
