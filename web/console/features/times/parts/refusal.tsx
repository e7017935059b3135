import { ProblemError } from '../../../../client/problem.ts';
import { useFailureWords } from '../../../app/answers.tsx';

/** Why it was not done, where no field says it already. */
export function Refusal({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  const words = useFailureWords();
  if (!error) return null;
  if (error instanceof ProblemError && fields.some((field) => error.field(field))) return null;
  return (
    <p className="problem" role="alert">
      {words(error)}
    </p>
  );
}

/** What the server said of one field. */
export const told = (error: unknown, path: string): string | undefined =>
  error instanceof ProblemError ? error.field(path) : undefined;
