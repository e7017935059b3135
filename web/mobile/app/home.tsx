import { lazy, Suspense } from 'react';
import { DeskHome } from '../features/cases/screens/desk-home.tsx';
import { ResidentHome } from '../features/cases/screens/resident-home.tsx';
import { Opening } from './answers.tsx';
import { useFace } from './faces.ts';
import { useMe } from './use-me.ts';

const Today = lazy(async () => ({ default: (await import('../features/cases/screens/today.tsx')).Today }));

/** The first screen of whoever is signed in. */
export function Home() {
  const face = useFace(useMe());
  if (face === 'resident') return <ResidentHome />;
  if (face === 'desk') return <DeskHome />;
  return (
    <Suspense fallback={<Opening />}>
      <Today />
    </Suspense>
  );
}
