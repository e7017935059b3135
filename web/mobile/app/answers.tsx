import type { UseQueryResult } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { OfflineError, ProblemError } from '../../client/problem.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBox } from '../../ui/error-box.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';

/** What to tell the reader about a failure, and nothing that blames them. */
export function useFailureText() {
  const t = useWords();
  return (error: unknown): string => {
    if (error instanceof OfflineError) return t('offline.error');
    if (!(error instanceof ProblemError)) return t('error.server');
    if (error.status === 404) return t('error.notFound');
    return error.status >= 500 ? t('error.server') : error.message;
  };
}

type Answering<T> = Pick<UseQueryResult<T>, 'data' | 'error'> & { readonly refetch: () => unknown };

/** One question to the server in each of its states: waiting, failed, answered. */
export function Answer<T>({
  query,
  rows,
  children,
}: {
  query: Answering<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <Failure error={query.error} retry={() => query.refetch()} /> : <Waiting rows={rows} />;
}

export function Waiting({ rows }: { rows?: number }) {
  const t = useWords();
  return <LoadingSkeleton rows={rows} label={t('loading')} slowText={t('loading.slow')} />;
}

export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords();
  const text = useFailureText()(error);
  return <ErrorBox title={t('error.title')} text={text} retryLabel={t('action.retry')} onRetry={retry} />;
}

export const Opening = () => <Waiting rows={4} />;
export const Failed = ({ error, reset }: ErrorComponentProps) => <Failure error={error} retry={reset} />;

/** An address that leads nowhere. */
export function Missing() {
  const t = useWords();
  const home = (
    <Link to="/" className="btn m">
      {t('mobile:tab.home')}
    </Link>
  );
  return <Empty text={t('error.notFound')} action={home} />;
}
