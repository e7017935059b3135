import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { categoriesQuery } from '../../../../client/queries/cases.ts';
import { categoryTree } from '../../../app/category-tree.ts';
import { Field } from '../../../app/field.tsx';

interface CategoryPickerProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** A category of any level, or none. */
export default function CategoryPicker({ value, onChange }: CategoryPickerProps) {
  const t = useWords();
  const { data } = useQuery(categoriesQuery);
  return (
    <Field label={t('routing:category')}>
      {(parts) => (
        <TreeSelect
          {...parts}
          allowClear
          showSearch
          treeNodeFilterProp="title"
          placeholder={t('routing:anything')}
          value={value}
          treeData={categoryTree(data?.categories ?? [])}
          onChange={(id: string | undefined) => onChange(id)}
        />
      )}
    </Field>
  );
}
