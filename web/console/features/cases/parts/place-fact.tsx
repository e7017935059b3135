import { lazy, Suspense, useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { needWords } from '../../../../client/i18n/start.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Waiting } from '../../../app/answers.tsx';

const PlaceLook = lazy(async () => (await Promise.all([import('./place-look.tsx'), needWords('places')]))[0]);

/** The small plan of a case: there at once where a pin was put (on its own page), behind a word elsewhere. */
export function PlaceFact({ one, shown }: { one: Case; shown: boolean }) {
  const t = useWords();
  const [open, setOpen] = useState(shown && one.position !== null);
  if (one.areas.length === 0 && !one.position) return null;
  return (
    <div className="no-print">
      <button type="button" className="link link-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'console:place.hidePlan' : 'console:place.seePlan')}
      </button>
      {open && (
        <Suspense fallback={<Waiting rows={2} />}>
          <PlaceLook one={one} />
        </Suspense>
      )}
    </div>
  );
}
