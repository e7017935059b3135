import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { AreaRef } from '../../../contract/areas.ts';
import { useWords } from '../../client/i18n/use-words.ts';
import { areasQuery } from '../../client/queries/areas.ts';
import { byCode } from './areas.ts';
import { Field } from './field.tsx';

interface AreaPickerProps {
  /** The areas down to the one chosen before, outermost first, where they are already known. */
  readonly known?: readonly AreaRef[];
  readonly must?: boolean;
  readonly wrong?: string | undefined;
  readonly onChange: (areaId: string | undefined) => void;
}

const at = (known: readonly AreaRef[] | undefined, ...tiers: string[]) =>
  known?.findLast((area) => tiers.includes(area.tier))?.id;

/** Community, then grid or building (typing 12 finds 12号楼), then unit: the smallest one chosen is the answer. */
export default function AreaPicker({ known, must, wrong, onChange }: AreaPickerProps) {
  const t = useWords();
  const [community, setCommunity] = useState(at(known, 'community'));
  const [place, setPlace] = useState(at(known, 'building') ?? at(known, 'micro_grid', 'grid'));
  const [unit, setUnit] = useState(at(known, 'unit', 'dwelling'));
  const { data: communities = [] } = useQuery(areasQuery({ tier: 'community' }));
  const { data: grids = [] } = useQuery({
    ...areasQuery({ tier: 'grid', parent: community }),
    enabled: Boolean(community),
  });
  const { data: buildings = [] } = useQuery({
    ...areasQuery({ tier: 'building', parent: community }),
    enabled: Boolean(community),
  });
  const inBuilding = buildings.some((building) => building.id === place);
  const { data: units = [] } = useQuery({ ...areasQuery({ parent: place }), enabled: inBuilding });
  const search = { optionFilterProp: 'label' };
  const option = (area: { id: string; name: string }) => ({ value: area.id, label: area.name });
  return (
    <fieldset className="area-picker">
      <legend className="visually-hidden">{t('console:column.place')}</legend>
      <Field label={t('console:place.community')} must={must} wrong={wrong}>
        {(parts) => (
          <Select
            {...parts}
            showSearch={search}
            value={community}
            options={communities.toSorted(byCode).map(option)}
            onChange={(id) => {
              setCommunity(id);
              setPlace(undefined);
              setUnit(undefined);
              onChange(id);
            }}
          />
        )}
      </Field>
      <Field label={t('console:place.building')}>
        {(parts) => (
          <Select
            {...parts}
            allowClear
            disabled={!community}
            showSearch={search}
            placeholder={t('console:place.building.hint')}
            value={place}
            options={[
              { label: t('console:place.buildings'), options: buildings.map(option) },
              { label: t('console:place.grids'), options: grids.toSorted(byCode).map(option) },
            ]}
            onChange={(id) => {
              setPlace(id);
              setUnit(undefined);
              onChange(id ?? community);
            }}
          />
        )}
      </Field>
      <Field label={t('console:place.unit')}>
        {(parts) => (
          <Select
            {...parts}
            allowClear
            disabled={!inBuilding}
            showSearch={search}
            value={unit}
            options={units.map(option)}
            onChange={(id) => {
              setUnit(id);
              onChange(id ?? place);
            }}
          />
        )}
      </Field>
    </fieldset>
  );
}
