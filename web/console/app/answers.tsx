import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useWords } from '../../client/i18n/use-words.ts';
import { OfflineError, ProblemError } from '../../client/problem.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBox } from '../../ui/error-box.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';

export function Waiting({ rows = 8 }: { rows?: number }) {
  const t = useWords();
  return <LoadingSkeleton rows={rows} label={t('common:loading')} slowText={t('common:loading.slow')} />;
}

/** What to tell the reader about a failure, in one or two sentences. */
export function useFailureWords(): (error: unknown) => string {
  const t = useWords();
  return (error) => {
    if (error instanceof OfflineError) return t('common:offline.error');
    if (error instanceof ProblemError && error.code !== 'server.failed') return error.body.detail ?? error.body.title;
    return t('common:error.server');
  };
}

/** Stands where an answer should stand; `onRetry` asks again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords();
  const words = useFailureWords();
  return (
    <ErrorBox
      title={t('common:error.title')}
      text={words(error)}
      retryLabel={t('common:action.retry')}
      onRetry={onRetry}
    />
  );
}

/** A screen that could not be drawn at all. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const boundary = useQueryErrorResetBoundary();
  const retry = () => {
    boundary.reset();
    reset();
    window.location.reload();
  };
  return <Failure error={error} onRetry={retry} />;
}

export function Missing() {
  const t = useWords();
  const back = (
    <Link className="btn" to="/">
      {t('console:nav.inbox')}
    </Link>
  );
  return <Empty icon="search" text={t('common:error.notFound')} action={back} />;
}
