import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AddOrganization, EditOrganization, Organization } from '../../../../contract/organizations.ts';
import { addOrganization, closeOrganization, editOrganization } from '../../../client/organizations.ts';
import { useSendKey } from '../../app/send-key.ts';

type Read = Pick<Organization, 'id' | 'version'>;

function useChange<Input>(send: (input: Input, key: string) => Promise<Organization>) {
  const client = useQueryClient();
  const keys = useSendKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyFor(input)),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['organizations'] });
    },
  });
}

export const useAddBody = () => useChange((body: AddOrganization, key) => addOrganization(body, key));
export const useEditBody = ({ id, version }: Read) =>
  useChange((body: EditOrganization) => editOrganization(id, version, body));
export const useCloseBody = ({ id, version }: Read) =>
  useChange((reason: string, key) => closeOrganization(id, version, reason, key));
