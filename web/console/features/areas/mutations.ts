import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AddArea, DrawBoundary, EditArea } from '../../../../contract/areas.ts';
import type { MergeAreas, SplitArea } from '../../../../contract/redistricting.ts';
import {
  addArea,
  closeArea,
  drawBoundary,
  editArea,
  mergeAreas,
  moveArea,
  splitArea,
} from '../../../client/area-changes.ts';
import { useSendKey } from '../../app/send-key.ts';

interface Read {
  readonly id: string;
  /** Version of the area that was read. */
  readonly version: number;
}

/** Every change of the map may touch any list of areas, the figures and the cases; all are asked for again. */
function useChange<Input, Output>(send: (input: Input, key: string) => Promise<Output>) {
  const client = useQueryClient();
  const keys = useSendKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyFor(input)),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries();
    },
  });
}

export const useAddArea = () => useChange((body: AddArea, key) => addArea(body, key));
export const useEditArea = ({ id, version }: Read) => useChange((body: EditArea) => editArea(id, version, body));
export const useDrawBoundary = ({ id, version }: Read) =>
  useChange((body: DrawBoundary) => drawBoundary(id, version, body));
export const useSplit = ({ id, version }: Read) =>
  useChange((body: SplitArea, key) => splitArea(id, version, body, key));
export const useMerge = () => useChange((body: MergeAreas, key) => mergeAreas(body, key));
export const useMove = ({ id, version }: Read) =>
  useChange((body: { parentId: string; reason?: string }, key) => moveArea(id, version, body, key));
export const useClose = ({ id, version }: Read) =>
  useChange((body: { reason: string }, key) => closeArea(id, version, body, key));
