import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useState } from 'react';
import type { Case, EditCase } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem, ProblemError } from '../../../../client/problem.ts';
import { categoriesQuery } from '../../../../client/queries/cases.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import AreaPicker from '../../../app/area-picker.tsx';
import { categoryTree } from '../../../app/category-tree.ts';
import { Field } from '../../../app/field.tsx';
import { Themed } from '../../../app/themed.tsx';
import { useEditCase } from '../mutations.ts';

/**
 * Puts title, category and place right. When somebody else changed the case meanwhile, the newest version is fetched,
 * what was typed stays, and saving again saves it over that.
 */
export default function EditFacts({ one, onDone }: { one: Case; onDone: () => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const { data } = useQuery(categoriesQuery);
  const editing = useEditCase(one.id);
  const [change, setChange] = useState<EditCase>({});
  // Pinned: the case is read again behind the form while notices arrive, and that is not the reader having seen it.
  const [seen, setSeen] = useState<number | undefined>(one.version);
  const offered = categoryTree(data?.categories ?? []);
  // A category that is no longer offered stays the case's until another is chosen.
  const kept = one.category && !data?.categories.some(({ id }) => id === one.category?.id) ? [one.category] : [];
  const put = (part: EditCase) => setChange((now) => ({ ...now, ...part }));
  const overtaken = isProblem(editing.error, 'request.precondition_failed');
  const wrong = (path: string) => (editing.error instanceof ProblemError ? editing.error.field(path) : undefined);
  return (
    <Themed>
      <form
        className="stack edit-facts no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (Object.keys(change).length === 0) return onDone();
          editing.mutate(
            { version: seen ?? one.version, change },
            { onSuccess: onDone, onError: () => setSeen(undefined) },
          );
        }}
      >
        <Field label={t('console:column.title')} wrong={wrong('title')}>
          {(parts) => (
            <input
              className="input"
              maxLength={60}
              {...parts}
              value={change.title ?? one.title}
              onChange={(event) => put({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('console:column.category')} wrong={wrong('categoryId')}>
          {(parts) => (
            <TreeSelect
              {...parts}
              showSearch={{ treeNodeFilterProp: 'title' }}
              treeData={[...kept.map(({ id, name }) => ({ value: id, title: name })), ...offered]}
              value={change.categoryId ?? one.category?.id}
              onChange={(categoryId: string) => put({ categoryId })}
            />
          )}
        </Field>
        <AreaPicker known={one.areas} wrong={wrong('areaId')} onChange={(areaId) => put({ areaId })} />
        <Field label={t('console:place.words')} wrong={wrong('place')} hint={t('console:place.hint')}>
          {(parts) => (
            <input
              className="input"
              maxLength={120}
              {...parts}
              value={change.place ?? placeWords(one)}
              onChange={(event) => put({ place: event.target.value })}
            />
          )}
        </Field>
        {editing.error && (
          <p className="problem" role="alert">
            {overtaken ? t('console:edit.overtaken') : failure(editing.error)}
          </p>
        )}
        <div className="row">
          <Button type="submit" busy={editing.isPending}>
            {t('common:action.save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Themed>
  );
}

/** What was written about the place, without the names of building and unit that stand before it when it is shown. */
function placeWords({ place, areas }: Case): string {
  const names = areas
    .filter((area) => ['building', 'unit', 'dwelling'].includes(area.tier))
    .map((area) => area.name)
    .join('');
  return names && place.startsWith(names) ? place.slice(names.length).trim() : place;
}
