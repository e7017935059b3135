import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Case, EditCase, RaiseCase } from '../../../../contract/cases.ts';
import { deleteSavedFilter, saveFilter } from '../../../client/case-figures.ts';
import { disclosePhone, editCase, raiseCase } from '../../../client/cases.ts';
import { caseQuery, casesKey, timelineQuery } from '../../../client/queries/cases.ts';
import { savedFiltersQuery } from './queries.ts';

/** After a verb: the answer is the case as it now stands; lists, counts and trail are read again. */
export function useCaseVerb<Input>(send: (input: Input) => Promise<Case>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (record) => {
      client.setQueryData(caseQuery(record.id).queryKey, record);
      void client.invalidateQueries({
        queryKey: casesKey,
        predicate: ({ queryKey }) => queryKey[2] !== record.id || queryKey[1] !== 'one',
      });
    },
    onError: () => void client.invalidateQueries({ queryKey: [...casesKey, 'one'] }),
  });
}

export const useEditCase = (id: string) =>
  useCaseVerb(({ version, change }: { version: number; change: EditCase }) => editCase(id, version, change));

export const useRaiseCase = () =>
  useCaseVerb(({ body, key }: { body: RaiseCase; key: string }) => raiseCase(body, { idempotencyKey: key }));

export function useDisclosePhone(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => disclosePhone(id, reason),
    onSuccess: () => void client.invalidateQueries({ queryKey: timelineQuery(id).queryKey }),
  });
}

export function useSavedFilters() {
  const client = useQueryClient();
  const onSuccess = () => void client.invalidateQueries({ queryKey: savedFiltersQuery.queryKey });
  const save = useMutation({
    mutationFn: ({ name, filter }: { name: string; filter: Record<string, string> }) => saveFilter(name, filter),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: deleteSavedFilter, onSuccess });
  return { save, remove };
}
