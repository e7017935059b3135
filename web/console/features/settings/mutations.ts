import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoutingRule, WriteRule } from '../../../../contract/routing.ts';
import { addRule, changeRule, removeRule } from '../../../client/routing.ts';
import { useSendKey } from '../../app/send-key.ts';

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['routing'] });
}

/** Adds a rule, or changes the one given. */
export function useWriteRule(rule: RoutingRule | undefined) {
  const refresh = useRefresh();
  const keys = useSendKey();
  return useMutation({
    mutationFn: (body: WriteRule) =>
      rule ? changeRule(rule.id, rule.version, body) : addRule(body, keys.keyFor(body)),
    onSuccess: () => {
      keys.done();
      return refresh();
    },
  });
}

/** Asked for on the version that was read; after a refusal the newest is fetched. */
export const useRemoveRule = () =>
  useMutation({ mutationFn: ({ id, version }: RoutingRule) => removeRule(id, version), onSettled: useRefresh() });
