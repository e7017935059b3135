import type { AddCategory, CategoryNode } from '../../../../../contract/categories.ts';
import { addCategory } from '../../../../client/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { useTreeChange } from '../mutations.ts';
import { NodeForm } from './node-form.tsx';

interface AddFormProps {
  /** Under which it goes; at the top when left out. */
  readonly parent?: CategoryNode;
  readonly onDone: () => void;
  readonly onOpen: (id: string) => void;
}

/** A new category, last among those it stands beside. */
export function AddForm({ parent, onDone, onOpen }: AddFormProps) {
  const t = useWords();
  const adding = useTreeChange((body: AddCategory, key) => addCategory(body, key));
  const title = parent ? t('categories:add.under', { name: parent.name }) : t('categories:add.top');
  return (
    <section className="box stack adding" aria-label={title}>
      <h2>{title}</h2>
      <NodeForm
        node={parent}
        fresh
        busy={adding.isPending}
        error={adding.error}
        onCancel={onDone}
        onSend={(said) =>
          adding.mutate(
            { ...said, parentId: parent?.id ?? null },
            {
              onSuccess: (made) => {
                toast(t('categories:added', { name: made.name }));
                onDone();
                onOpen(made.id);
              },
            },
          )
        }
      />
    </section>
  );
}
