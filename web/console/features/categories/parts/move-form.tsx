import type { UseMutationResult } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useState } from 'react';
import type { CategoryNode, PlaceCategory } from '../../../../../contract/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { categoryTree } from '../../../app/category-tree.ts';
import { Field } from '../../../app/field.tsx';
import { Themed } from '../../../app/themed.tsx';
import type { useSeen } from '../mutations.ts';
import { idsFrom } from '../shape.ts';
import { Refusal } from './refusal.tsx';

const top = 'top';

interface MoveFormProps {
  readonly node: CategoryNode;
  readonly nodes: readonly CategoryNode[];
  readonly placing: UseMutationResult<CategoryNode, unknown, PlaceCategory>;
  readonly seen: ReturnType<typeof useSeen>;
  readonly onDone: () => void;
}

/** Puts the category with all under it under another one; itself and what stands under it are not offered. */
export function MoveForm({ node, nodes, placing, seen, onDone }: MoveFormProps) {
  const t = useWords();
  const [target, setTarget] = useState<string>();
  const [tried, setTried] = useState(false);
  const own = new Set(idsFrom(nodes, node.id));
  const open = categoryTree(nodes.filter(({ id, endedAt }) => !own.has(id) && !endedAt));
  const send = () => {
    setTried(true);
    if (!target) return;
    placing.mutate(
      { parentId: target === top ? null : target, beforeId: null },
      {
        onSuccess: (changed) => {
          seen.mine(changed);
          toast(t('categories:move.done', { name: changed.name }));
          onDone();
        },
        onError: seen.refused,
      },
    );
  };
  return (
    <Themed>
      <form
        className="box stack adding"
        noValidate
        aria-label={t('categories:move')}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          label={t('categories:move.to')}
          must
          {...(tried && !target ? { wrong: t('categories:move.missing') } : {})}
        >
          {(parts) => (
            <TreeSelect
              {...parts}
              showSearch={{ treeNodeFilterProp: 'title' }}
              placeholder={t('categories:move.missing')}
              value={target}
              treeData={[...(node.parentId ? [{ value: top, title: t('categories:move.top') }] : []), ...open]}
              onChange={(id: string) => setTarget(id)}
            />
          )}
        </Field>
        <Refusal error={placing.error} />
        <div className="row">
          <Button type="submit" look="primary" busy={placing.isPending}>
            {t('categories:move')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Themed>
  );
}
