import type { CategoryNode } from '../../../../../contract/categories.ts';
import { reinstateCategory } from '../../../../client/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { type useSeen, useTreeChange } from '../mutations.ts';
import type { Act } from './node-page.tsx';
import { useOvertaken } from './refusal.tsx';

interface NodeActsProps {
  readonly node: CategoryNode;
  readonly act: Act | undefined;
  readonly busy: boolean;
  readonly seen: ReturnType<typeof useSeen>;
  readonly canStep: (by: 'up' | 'down') => boolean;
  readonly onStep: (by: 'up' | 'down') => void;
  readonly onAct: (act: Act | undefined) => void;
}

/** What can be done with a category besides writing it anew. */
export function NodeActs({ node, act, busy, seen, canStep, onStep, onAct }: NodeActsProps) {
  const t = useWords();
  const said = useOvertaken();
  const returning = useTreeChange(() => reinstateCategory(seen.read()));
  const toggle = (one: Act) => onAct(act === one ? undefined : one);
  const reinstate = () =>
    returning.mutate(undefined, {
      onSuccess: (changed) => {
        seen.mine(changed);
        toast(t('categories:reinstated', { name: changed.name }));
      },
      onError: (error) => {
        seen.refused(error);
        toast(said(error), 'danger');
      },
    });
  return (
    <div className="row">
      <Button icon="up" busy={busy} disabled={!canStep('up')} onClick={() => onStep('up')}>
        {t('categories:up')}
      </Button>
      <Button icon="down" busy={busy} disabled={!canStep('down')} onClick={() => onStep('down')}>
        {t('categories:down')}
      </Button>
      <Button aria-expanded={act === 'move'} onClick={() => toggle('move')}>
        {t('categories:move')}
      </Button>
      {!node.endedAt && (
        <Button icon="add" aria-expanded={act === 'add'} onClick={() => toggle('add')}>
          {t('categories:add.below')}
        </Button>
      )}
      {node.endedAt ? (
        <Button busy={returning.isPending} onClick={reinstate}>
          {t('categories:reinstate')}
        </Button>
      ) : (
        <Button look="danger" onClick={() => onAct('end')}>
          {t('categories:end')}
        </Button>
      )}
    </div>
  );
}
