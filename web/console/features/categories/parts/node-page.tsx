import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { CategoryNode } from '../../../../../contract/categories.ts';
import { editCategory, placeCategory } from '../../../../client/categories.ts';
import { longDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Chip } from '../../../../ui/status.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { may, useMe } from '../../../app/session.ts';
import { useSeen, useTreeChange } from '../mutations.ts';
import { stepOf, wayTo } from '../shape.ts';
import { AddForm } from './add-form.tsx';
import { EndingDialog } from './ending-dialog.tsx';
import { MoveForm } from './move-form.tsx';
import { NodeActs } from './node-acts.tsx';
import { NodeForm } from './node-form.tsx';
import { ReadOnly } from './read-only.tsx';
import { useOvertaken } from './refusal.tsx';

export type Act = 'add' | 'move' | 'end';

interface NodePageProps {
  readonly node: CategoryNode;
  readonly nodes: readonly CategoryNode[];
  readonly edits: boolean;
  /** Whether one of those shown stands above or below it. */
  readonly canStep: (by: 'up' | 'down') => boolean;
  readonly onOpen: (id: string) => void;
}

/** One category: what it is called and what follows from it, and what this person may do with it. */
export function NodePage({ node, nodes, edits, canStep, onOpen }: NodePageProps) {
  const t = useWords();
  const said = useOvertaken();
  const [act, setAct] = useState<Act>();
  const seen = useSeen(node);
  const placing = useTreeChange((to: { parentId: string | null; beforeId: string | null }) =>
    placeCategory(seen.read(), to),
  );
  const saving = useTreeChange((body: Parameters<typeof editCategory>[1]) => editCategory(seen.read(), body));
  const done = () => setAct(undefined);
  const open = t('categories:open.count', { count: node.openCases });
  const readsCases = may(useMe(), 'case.note_internal');
  const whole = useRef<HTMLElement>(null);
  // In a narrow window it stands below the tree.
  useEffect(() => {
    if (window.matchMedia('(max-width: 1023px)').matches) whole.current?.scrollIntoView();
  }, []);
  const step = (by: 'up' | 'down') => {
    const to = stepOf(nodes, nodes, node.id, by);
    if (!to) return;
    placing.mutate(
      { parentId: node.parentId, ...to },
      {
        onSuccess: seen.mine,
        onError: (error) => {
          seen.refused(error);
          toast(said(error), 'danger');
        },
      },
    );
  };
  return (
    <article ref={whole} className="box stack category-page" aria-label={node.name}>
      <header>
        <p className="line-above">
          {wayTo(nodes, node.parentId).map(({ id, name }) => (
            <button key={id} type="button" className="link" onClick={() => onOpen(id)}>
              {name}
            </button>
          ))}
        </p>
        <h2>{node.name}</h2>
        {node.danger && (
          <Chip icon="danger" tone="danger">
            {node.callFirst ? t('categories:callFirst.is', { number: node.callFirst }) : t('categories:danger.short')}
          </Chip>
        )}
        {node.endedAt && <Chip icon="lock">{t('categories:ended.since', { day: longDay(node.endedAt) })}</Chip>}
        <p className="hint">
          {t('categories:code')} {node.code} ·{' '}
          {readsCases ? (
            <Link className="link" to="/" search={{ category: node.id, open: 'true' }}>
              {open}
            </Link>
          ) : (
            open
          )}
        </p>
      </header>
      {edits && (
        <NodeActs
          node={node}
          act={act}
          busy={placing.isPending}
          canStep={canStep}
          onStep={step}
          onAct={setAct}
          seen={seen}
        />
      )}
      {act === 'add' && <AddForm parent={node} onDone={done} onOpen={onOpen} />}
      {act === 'move' && <MoveForm node={node} nodes={nodes} placing={placing} seen={seen} onDone={done} />}
      {act === 'end' && <EndingDialog node={node} nodes={nodes} seen={seen} onDone={done} />}
      {edits ? (
        // Out of sight while another form stands open, and not gone: what was typed stays.
        <div hidden={act === 'add' || act === 'move'}>
          <NodeForm
            node={node}
            busy={saving.isPending}
            error={saving.error}
            onSend={(body) =>
              saving.mutate(body, {
                onSuccess: (changed) => {
                  seen.mine(changed);
                  toast(t('categories:saved', { name: changed.name }));
                },
                onError: seen.refused,
              })
            }
          />
        </div>
      ) : (
        <ReadOnly node={node} />
      )}
    </article>
  );
}
