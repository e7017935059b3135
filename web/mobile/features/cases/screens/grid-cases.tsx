import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useMe } from '../../../app/use-me.ts';
import { CaseListScreen } from '../parts/case-list-screen.tsx';
import { Segments } from '../parts/segments.tsx';

const parts = ['open', 'all'] as const;
type Part = (typeof parts)[number];

/** Everything raised in the area this worker answers for. */
export function GridCases() {
  const t = useWords();
  const me = useMe();
  const [part, setPart] = useState<Part>('open');
  const work = me.grants.find(({ roleSet }) => roleSet === 'grid_worker' || roleSet === 'handler');
  const filter = { view: 'all', area: work?.area.id, ...(part === 'open' ? { open: 'true' } : {}) } as const;
  return (
    <CaseListScreen
      key={part}
      title={work?.area.name ?? t('mobile:tab.grid')}
      filter={filter}
      empty={t('mobile:grid.empty')}
    >
      <Segments
        label={t('mobile:tab.grid')}
        options={parts.map((value) => ({ value, word: t(`mobile:grid.${value}`) }))}
        chosen={part}
        onChoose={setPart}
      />
    </CaseListScreen>
  );
}
