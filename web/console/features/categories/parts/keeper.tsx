import { useState } from 'react';
import type { CategoryNode } from '../../../../../contract/categories.ts';
import { placeCategory } from '../../../../client/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { useTreeChange } from '../mutations.ts';
import { foundIn, stepOf } from '../shape.ts';
import { NodePage } from './node-page.tsx';
import { Tree } from './tree.tsx';

interface KeeperProps {
  readonly nodes: readonly CategoryNode[];
  readonly chosen: string | undefined;
  readonly edits: boolean;
  readonly onChoose: (id: string) => void;
}

/** The tree with its search at the left, the chosen category at the right. */
export function Keeper({ nodes, chosen, edits, onChoose }: KeeperProps) {
  const t = useWords();
  const failure = useFailureWords();
  const [words, setWords] = useState('');
  const [withEnded, setWithEnded] = useState(false);
  const kept = nodes.filter(({ endedAt, id }) => withEnded || !endedAt || id === chosen);
  const found = words.trim() ? foundIn(kept, words) : undefined;
  const shown = found?.nodes ?? kept;
  const one = nodes.find(({ id }) => id === chosen);
  const stepping = useTreeChange(({ id, version, ...to }: Stepping) => placeCategory({ id, version }, to));
  const step = (node: CategoryNode, by: 'up' | 'down') => {
    const to = stepOf(nodes, shown, node.id, by);
    if (!to || stepping.isPending) return;
    stepping.mutate(
      { id: node.id, version: node.version, parentId: node.parentId, beforeId: to.beforeId },
      { onError: (error) => toast(failure(error), 'danger') },
    );
  };
  return (
    <div className="categories-columns">
      <section className="box categories-tree" aria-label={t('categories:tree')}>
        <input
          className="input"
          type="search"
          aria-label={t('categories:find')}
          placeholder={t('categories:find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="check">
          <input type="checkbox" checked={withEnded} onChange={(event) => setWithEnded(event.target.checked)} />
          {t('categories:showEnded')}
        </label>
        {found && (
          <p className="hint" role="status">
            {t('categories:found', { count: found.hits })}
          </p>
        )}
        <Tree
          nodes={shown}
          all={Boolean(found)}
          chosen={chosen}
          onChoose={onChoose}
          {...(edits ? { onStep: step } : {})}
        />
        {edits && <p className="hint">{t('categories:keys')}</p>}
      </section>
      {one ? (
        <NodePage
          key={one.id}
          node={one}
          nodes={nodes}
          edits={edits}
          canStep={(by) => stepOf(nodes, shown, one.id, by) !== undefined}
          onOpen={onChoose}
        />
      ) : (
        <section className="box">
          <Empty icon="list" text={t('categories:choose')} />
        </section>
      )}
    </div>
  );
}

interface Stepping {
  readonly id: string;
  readonly version: number;
  readonly parentId: string | null;
  readonly beforeId: string | null;
}
