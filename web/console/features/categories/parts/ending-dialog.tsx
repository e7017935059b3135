import type { CategoryNode } from '../../../../../contract/categories.ts';
import { endCategory } from '../../../../client/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { Confirm } from '../../../app/confirm.tsx';
import { type useSeen, useTreeChange } from '../mutations.ts';
import { idsFrom } from '../shape.ts';
import { useOvertaken } from './refusal.tsx';

interface EndingDialogProps {
  readonly node: CategoryNode;
  readonly nodes: readonly CategoryNode[];
  readonly seen: ReturnType<typeof useSeen>;
  readonly onDone: () => void;
}

/** Asks before a category is ended: what goes with it, and how many open cases have it. */
export function EndingDialog({ node, nodes, seen, onDone }: EndingDialogProps) {
  const t = useWords();
  const said = useOvertaken();
  const ending = useTreeChange(() => endCategory(seen.read()));
  const under = new Set(idsFrom(nodes, node.id).slice(1));
  const below = nodes.filter(({ id, endedAt }) => under.has(id) && !endedAt).length;
  const act = () =>
    ending.mutate(undefined, {
      onSuccess: (changed) => {
        seen.mine(changed);
        toast(t('categories:end.done', { name: changed.name }));
        onDone();
      },
      onError: seen.refused,
    });
  return (
    <Confirm
      title={t('categories:end.title', { name: node.name })}
      act={t('categories:end')}
      busy={ending.isPending}
      problem={ending.error ? said(ending.error) : undefined}
      onAct={act}
      onClose={onDone}
    >
      {below > 0 && <p>{t('categories:end.below', { count: below })}</p>}
      <p>
        <b>{t('categories:end.open', { count: node.openCases })}</b>
      </p>
      <p>{t('categories:end.after')}</p>
    </Confirm>
  );
}
