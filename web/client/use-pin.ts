import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaRef } from '../../contract/areas.ts';
import type { Position } from '../../contract/wire.ts';
import { locate } from './areas.ts';
import { useSettled } from './use-settled.ts';

/** A tenth of a metre; more figures would only be asked about again. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** A pin on a plan and what lies under it, which the server says from the boundaries. */
export function usePin(start: Position | undefined) {
  const [pin, setPin] = useState(start);
  const key = pin ? `${pin.lon},${pin.lat}` : '';
  const settled = useSettled(key, 250);
  const asked = useQuery({
    queryKey: ['areas', 'under', settled],
    queryFn: () => {
      const [lon = 0, lat = 0] = settled.split(',').map(Number);
      return locate({ lon, lat });
    },
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 10 * 60_000,
  });
  const known = settled === key && !asked.isPlaceholderData ? asked.data?.under : undefined;
  return {
    pin,
    put: ({ lon, lat }: Position) => setPin({ lon: rounded(lon), lat: rounded(lat) }),
    /** From the community down to the smallest area; empty outside of all, undefined while it is looked up. */
    under: known,
    /** What lay under the pin when it was last looked up. */
    last: asked.data?.under,
    error: asked.error,
    again: () => void asked.refetch(),
  };
}

export const smallestOf = (under: readonly AreaRef[] | undefined): AreaRef | undefined => under?.at(-1);
