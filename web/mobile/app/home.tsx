import { ResidentHome } from '../features/cases/screens/resident-home.tsx';
import { useFace } from './faces.ts';
import { screens } from './screens.ts';
import { useMe } from './use-me.ts';

/** The first screen of whoever is signed in. */
export function Home() {
  const face = useFace(useMe());
  if (face === 'resident') return <ResidentHome />;
  return face === 'desk' ? <screens.desk /> : <screens.today />;
}
