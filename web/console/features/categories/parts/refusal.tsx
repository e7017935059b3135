import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { useFailureWords } from '../../../app/answers.tsx';

/** What to tell about a failure; somebody else's change is said as such. */
export function useOvertaken(): (error: unknown) => string {
  const t = useWords();
  const failure = useFailureWords();
  return (error) => (isProblem(error, 'request.precondition_failed') ? t('categories:overtaken') : failure(error));
}

export function Refusal({ error }: { error: unknown }) {
  const said = useOvertaken();
  if (!error) return null;
  return (
    <p className="problem" role="alert">
      {said(error)}
    </p>
  );
}
