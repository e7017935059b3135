import { useQuery } from '@tanstack/react-query';
import type { Category } from '../../../../../contract/cases.ts';
import type { DeadlineClass } from '../../../../../contract/deadlines.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { categoriesQuery } from '../../../../client/queries/cases.ts';
import { classifyCategory } from '../../../../client/times.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTimesChange } from '../mutations.ts';
import { Refusal } from './refusal.tsx';

interface CategoryClassesProps {
  readonly classes: readonly DeadlineClass[];
  readonly edits: boolean;
}

/** Which category of case is in which class, below the heads of the categories. */
export function CategoryClasses({ classes, edits }: CategoryClassesProps) {
  const t = useWords();
  const { data, error, refetch } = useQuery(categoriesQuery);
  const all = data?.categories ?? [];
  const below = (id: string): Category[] =>
    all.filter(({ parentId }) => parentId === id).flatMap((one) => [one, ...below(one.id)]);
  return (
    <section className="box stack" aria-label={t('times:categories')}>
      <h2>{t('times:categories')}</h2>
      <p className="hint">{t('times:categories.hint')}</p>
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting rows={4} />)}
      <div className="category-classes">
        {all
          .filter(({ parentId }) => parentId === null)
          .map((head) => (
            <ul key={head.id} aria-label={head.name}>
              {[head, ...below(head.id)].map((one) => (
                <OneCategory key={one.id} one={one} head={one.id === head.id} classes={classes} edits={edits} />
              ))}
            </ul>
          ))}
      </div>
    </section>
  );
}

interface OneCategoryProps extends CategoryClassesProps {
  readonly one: Category;
  readonly head: boolean;
}

function OneCategory({ one, head, classes, edits }: OneCategoryProps) {
  const t = useWords();
  const classifying = useTimesChange(classifyCategory);
  const known = classes.find(({ categoryIds }) => categoryIds.includes(one.id));
  const put = (deadlineClassId: string) => {
    const name = classes.find(({ id }) => id === deadlineClassId)?.name;
    classifying.mutate(
      { categoryId: one.id, deadlineClassId },
      { onSuccess: () => toast(t('times:categories.saved', { category: one.name, name })) },
    );
  };
  return (
    <li className={head ? 'head' : ''}>
      <span>{one.name}</span>
      {edits ? (
        <select
          className="input"
          aria-label={t('times:categories.of', { category: one.name })}
          disabled={classifying.isPending}
          value={classifying.isPending ? classifying.variables.deadlineClassId : (known?.id ?? '')}
          onChange={(event) => put(event.target.value)}
        >
          {classes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <span>{known?.name}</span>
      )}
      <Refusal error={classifying.error} />
    </li>
  );
}
